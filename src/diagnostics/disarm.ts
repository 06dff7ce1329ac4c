/**
 * Takes out of a text what build systems look for anywhere in a line: the older form of GitHub's workflow commands and those
 * of Azure Pipelines and TeamCity. GitHub's newer form counts only at the beginning of a line, where no format puts text of
 * a manifest.
 */
export function disarm(text: string): string {
  return text.replace(/##(\w*)\[/g, "##$1\\u005b");
}
