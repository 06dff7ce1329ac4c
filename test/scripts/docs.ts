// The only writer of the generated parts of the documentation: npm run docs
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { apiPage } from "../docs/api-page.ts";
import { architecturePage } from "../docs/architecture-page.ts";
import { markedFiles } from "../docs/generated-pages.ts";
import { publicNames } from "../docs/public-names.ts";

for (const { path, text, actual } of [
  ...markedFiles(),
  apiPage(await publicNames()),
  architecturePage(),
]) {
  if (text === actual) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, actual);
  console.log(`wrote ${path}`);
}
