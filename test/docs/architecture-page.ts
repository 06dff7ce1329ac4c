import { FLOORS } from "../rooms.ts";
import type { MarkedFile } from "./generated-pages.ts";
import { withSections } from "./generated-pages.ts";

/** The page of the rooms, whose list is the one that the test of imports holds. */
export function architecturePage(): MarkedFile {
  return withSections("docs/architecture.md", new Map([["rooms", rooms()]]));
}

function rooms(): string {
  const rows = FLOORS.flatMap((floor, index) =>
    floor.map(({ name, holds }) => `| ${index + 1} | \`${name}\` | ${holds} |`),
  );
  return ["| floor | room | what lives there |", "| --- | --- | --- |", ...rows].join("\n");
}
