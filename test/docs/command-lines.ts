/** A command line of the program as a page shows it: the words behind `raycluster`. */
export interface CommandLine {
  readonly text: string;
  readonly words: readonly string[];
}

/**
 * Every command line in a page's blocks of code and in code within its sentences. What is named only, such as the file
 * of the program, is none; nor are messages, which begin with `raycluster:`.
 */
export function commandLines(markdown: string): readonly CommandLine[] {
  return codeOf(markdown).flatMap((code) =>
    [...code.matchAll(/(?<![\w./-])raycluster[ \t]+(?=(\S.*))/g)].map(([, rest = ""]) => ({
      text: `raycluster ${rest}`,
      words: wordsOf(rest),
    })),
  );
}

/** Blocks of code in a page by their language. */
export function codeBlocks(markdown: string, language: string): readonly string[] {
  return [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter((match) => match[1] === language)
    .map((match) => match[2] ?? "");
}

function codeOf(markdown: string): readonly string[] {
  const blocks = ["sh", "yaml", ""].flatMap((language) => codeBlocks(markdown, language));
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, "");
  const spans = [...prose.matchAll(/`([^`]+)`/g)].map((match) =>
    (match[1] ?? "").replaceAll("\n", " "),
  );
  return [...blocks, ...spans].map((code) => code.replace(/\\\n\s*/g, " "));
}

/** Up to what ends a command in a shell: a pipe, a redirection, another command, a comment. */
function wordsOf(line: string): readonly string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/"[^"]*"|'[^']*'|[|<>;&#()]|[^\s|<>;&()"']+/g)) {
    if (/^[|<>;&#()]/.test(word)) break;
    words.push(word.replace(/^(["'])(.*)\1$/, "$2"));
  }
  return words;
}
