import { mount } from "svelte";
import Embed from "./Embed.svelte";
import "./style.css";

const target = document.getElementById("page");
if (target) mount(Embed, { target });
