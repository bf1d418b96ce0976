// Prints the licences of the npm packages that the page is built from, and of those that
// they need, for notices.sh.
const fs = require("fs");
const path = require("path");
const web = path.join(__dirname, "../web");
const read = (folder) => JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
const seen = new Set();
const waiting = Object.keys(read(web).dependencies);
while (waiting.length) {
  const name = waiting.shift();
  const folder = path.join(web, "node_modules", name);
  if (seen.has(name)) continue;
  seen.add(name);
  waiting.push(...Object.keys(read(folder).dependencies ?? {}));
}
for (const name of [...seen].sort()) {
  const folder = path.join(web, "node_modules", name);
  const { version, license } = read(folder);
  const file = fs.readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
  const text = file ? fs.readFileSync(path.join(folder, file), "utf8") : `Licence: ${license}`;
  console.log(`\n## ${name} ${version}\n\n\`\`\`\n${text.replace(/\r/g, "").replace(/[ \t]+$/gm, "").trim()}\n\`\`\``);
}
