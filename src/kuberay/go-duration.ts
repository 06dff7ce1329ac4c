const UNIT_SECONDS: Readonly<Record<string, number>> = Object.freeze({
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
});

const PART = /(\d{0,20}(?:\.\d{0,20})?)(ns|us|µs|μs|ms|s|m|h)/y;

/**
 * `1h30m` or `90` -> seconds; undefined for what is neither a duration of Go's time.ParseDuration nor whole seconds. Only
 * the sign and whether it is zero are exact.
 */
export function goDurationSeconds(text: string): number | undefined {
  if (text.length > 100) return undefined;
  if (/^[-+]?\d{1,18}$/.test(text)) return Number(text);
  const sign = text.startsWith("-") ? -1 : 1;
  const rest = text.replace(/^[-+]/, "");
  const part = new RegExp(PART);
  let seconds = 0;
  if (rest === "") return undefined;
  while (part.lastIndex < rest.length) {
    const match = part.exec(rest);
    const [, number = "", unit = ""] = match ?? [];
    if (match === null || !/\d/.test(number)) return undefined;
    seconds += Number(number) * (UNIT_SECONDS[unit] ?? 0);
  }
  return sign * seconds;
}
