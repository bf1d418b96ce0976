import { mount } from "svelte";
import App from "./App.svelte";
import { applyTheme } from "./parts/theme";
import "./style.css";

applyTheme();
const target = document.getElementById("page");
if (target) mount(App, { target });
