const { readFileSync } = require("node:fs");

const read = (file) => ({ file, text: readFileSync(`input/${file}`, "utf8") });

import("raycluster-compiler").then(({ compileOrThrow, toYaml }) => {
  const { manifest } = compileOrThrow(read("request.yaml"), read("settings.yaml"));
  process.stdout.write(toYaml(manifest));
});
