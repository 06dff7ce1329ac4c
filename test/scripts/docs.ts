// The only writer of the generated parts of the documentation: npm run docs
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { markedFiles } from "../docs/generated-pages.ts";

for (const { path, text, actual } of markedFiles()) {
  if (text === actual) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, actual);
  console.log(`wrote ${path}`);
}
