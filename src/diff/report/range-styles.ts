/** How a range of amounts is written; without a most there is no upper bound. */
export type RangeStyle = (least: string, most: string | undefined) => string;

/** `2 to 6`, `40Gi or more`. */
export const rangeInWords: RangeStyle = (least, most) =>
  most === undefined ? `${least} or more` : `${least} to ${most}`;

/** `2-6`, `24.5-88.5Gi`, `40Gi+`, for narrow columns. */
export const rangeWithHyphen: RangeStyle = (least, most) => joined(least, "-", most);

/** The same with an en dash, for type that has one. */
export const rangeWithDash: RangeStyle = (least, most) => joined(least, "–", most);

/** The same with a hyphen at which no line is broken, for cells of Markdown. */
export const rangeWithFirmHyphen: RangeStyle = (least, most) => joined(least, "\u2011", most);

/** A unit that both share stands once. */
function joined(least: string, dash: string, most: string | undefined): string {
  if (most === undefined) return `${least}+`;
  const [unit] = /[KMG]i$/.exec(most) ?? [];
  const start = unit !== undefined && least.endsWith(unit) ? least.slice(0, -unit.length) : least;
  return `${start}${dash}${most}`;
}
