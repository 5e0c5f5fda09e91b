// Makes one list of parts (CycloneDX) of two: that of the program by cyclonedx-gomod and that of the window by npm.
//
//   node merge.mjs GO.json NPM.json NAMES VERSION SECONDS >sbom.cdx.json
//
// NAMES are the parts that build/notices finds, one "name version" a line: the result has exactly those. npm lists what only
// tests and tools need as well, and where it is told not to, it leaves out what both need. SECONDS is the time of the commit.
import { readFileSync } from "node:fs";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";

const [goFile, npmFile, namesFile, version, seconds] = process.argv.slice(2);
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const nameOf = (part) => `${part.name} ${part.version}`;
const by = (key) => (a, b) => (a[key] < b[key] ? -1 : 1);

const names = new Set(readFileSync(namesFile, "utf8").trim().split("\n"));
const bom = read(goFile);
const npm = read(npmFile);

// The library of Go is "std" there.
const standard = bom.components.find((part) => part.name === "std");
if (standard) names.delete(`Go ${standard.version}`);

const window = new Map(); // of one package at two places in node_modules, the first
for (const part of npm.components) {
  if (names.has(nameOf(part)) && !window.has(nameOf(part))) window.set(nameOf(part), part);
}
const kept = new Set([...window.values()].map((part) => part["bom-ref"]));
const root = npm.metadata.component["bom-ref"];
const within = ({ dependsOn = [] }) => dependsOn.filter((ref) => kept.has(ref));

bom.components = [...bom.components, ...window.values()].sort(by("bom-ref"));
const found = new Set(bom.components.filter((part) => part !== standard).map(nameOf));
const differing = [...names].filter((name) => !found.has(name)).concat([...found].filter((name) => !names.has(name)));
if (differing.length > 0) {
  console.error(`The list of parts and that of the licences differ in:\n${differing.join("\n")}`);
  process.exit(1);
}

bom.metadata.component.name = "Portfolio AI";
bom.metadata.component.version = version;
bom.metadata.timestamp = new Date(Number(seconds) * 1000).toISOString();
bom.metadata.tools = { components: [...(bom.metadata.tools ?? []).map(toComponent), ...npm.metadata.tools.map(toComponent)] };
for (const entry of npm.dependencies) {
  if (entry.ref === root) {
    const program = bom.dependencies.find(({ ref }) => ref === bom.metadata.component["bom-ref"]);
    program.dependsOn = [...(program.dependsOn ?? []), ...within(entry)];
  } else if (kept.has(entry.ref)) {
    bom.dependencies.push({ ref: entry.ref, dependsOn: within(entry) });
  }
}
bom.dependencies.sort(by("ref"));

/** A tool as the newer of the two ways to say it, without the sums of its file, which differ from machine to machine. */
function toComponent({ vendor, name, version }) {
  return { type: "application", ...(vendor && { publisher: vendor }), name, version };
}

const text = JSON.stringify(bom, undefined, 2) + "\n";
const [major, minor] = bom.specVersion.split(".");
const fault = await new Validation.JsonStrictValidator(Spec.Version[`v${major}dot${minor}`]).validate(text);
if (fault !== null) {
  console.error("The list of parts breaks the schema of CycloneDX:", fault);
  process.exit(1);
}
console.error(`${bom.components.length} parts, as the licences list them; valid by CycloneDX ${bom.specVersion}`);
process.stdout.write(text);
