import { readFileSync } from "node:fs";
import { compileOrThrow, toYaml } from "raycluster-compiler";

const read = (file) => ({ file, text: readFileSync(`input/${file}`, "utf8") });
const { manifest } = compileOrThrow(read("request.yaml"), read("settings.yaml"));
process.stdout.write(toYaml(manifest));
