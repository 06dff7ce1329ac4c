import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";

const pages = ["CONTRIBUTING.md", "docs/architecture.md", "docs/api.md"].map((page) => ({
  page,
  text: readFileSync(page, "utf8"),
}));

/** Paths from the root of the project, as `src/model/resolve.ts`; one with a placeholder is its folder. */
const PATH = /(?<![\w./-])((?:src|test|docs|fixtures|golden|schemas)\/[\w./-]*)/g;

test.each(pages)("the files that $page names are there", ({ text }) => {
  const named = [...text.matchAll(PATH)].map(([, path = ""]) => path.replace(/\.$/, ""));
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test.each(pages)("the pages that $page links to are there", ({ page, text }) => {
  const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = ""]) => link);
  const isThere = (link: string) => existsSync(join(posix.dirname(page), link));
  expect(links.filter((link) => !isThere(link))).toEqual([]);
});

test.each(pages)("the scripts that $page names are there", ({ text }) => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const named = [...text.matchAll(/\bnpm run (?:--silent )?([a-z:]+)/g)].map(([, name]) => name);
  expect(named.filter((name) => !Object.hasOwn(scripts, name ?? ""))).toEqual([]);
});
