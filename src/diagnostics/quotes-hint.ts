/** What to do about a value that YAML does not take for text. */
export const QUOTED_VALUE = "Put the value in quotes, so that YAML keeps it as a string.";
export const QUOTED_RAY_VERSION: string = quotedVersion("2.10");
export const QUOTED_KUBERAY_VERSION: string = quotedVersion("1.10");

/** Whether a hint asks for quotes, which a shell takes away. */
export function asksForQuotes(hint: string | undefined): boolean {
  return hint === QUOTED_VALUE || hint === QUOTED_RAY_VERSION || hint === QUOTED_KUBERAY_VERSION;
}

function quotedVersion(example: string): string {
  return `Put the version in quotes, such as "${example}": without them it is a number, which drops the last zero.`;
}
