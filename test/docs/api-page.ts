import type { MarkedFile } from "./generated-pages.ts";
import { withSections } from "./generated-pages.ts";
import type { PublicName } from "./public-names.ts";

export const API_PAGE = "docs/api.md";

/** The page of all public names; the headings of src/index.ts are its sections. */
export function apiPage(names: readonly PublicName[]): MarkedFile {
  const sections = new Map<string, string>();
  for (const { section, ...entry } of names) {
    const before = sections.get(section);
    const part = describeName(entry);
    sections.set(section, before === undefined ? part : `${before}\n\n${part}`);
  }
  return withSections(API_PAGE, sections);
}

function describeName({ name, description, signature }: Omit<PublicName, "section">): string {
  return `### ${name}\n\n\`\`\`typescript\n${cut(signature)}\n\`\`\`\n\n${description}`;
}

const SHOWN_MEMBERS = 3;

/** A registry of many members shows the first few. */
function cut(signature: string): string {
  const lines = signature.split("\n");
  if (!signature.startsWith("const ") || lines.length <= 2 + SHOWN_MEMBERS) return signature;
  const [first = "", ...members] = lines.slice(0, -1);
  const hidden = members.length - SHOWN_MEMBERS;
  const shown = [first, ...members.slice(0, SHOWN_MEMBERS), `  // and ${hidden} more`];
  return [...shown, ...lines.slice(-1)].join("\n");
}
