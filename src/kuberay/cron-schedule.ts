import { goDurationSeconds } from "./go-duration.ts";

interface CronField {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly words: readonly string[];
  /** The number of the first word. */
  readonly firstWord: number;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const FIELDS: readonly CronField[] = Object.freeze([
  { name: "minute", least: 0, most: 59, words: [], firstWord: 0 },
  { name: "hour", least: 0, most: 23, words: [], firstWord: 0 },
  { name: "day of the month", least: 1, most: 31, words: [], firstWord: 0 },
  { name: "month", least: 1, most: 12, words: MONTHS, firstWord: 1 },
  { name: "day of the week", least: 0, most: 6, words: DAYS, firstWord: 0 },
]);

const WORDS = ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"];
const EVERY = "@every ";

/**
 * Why a text is no schedule, as a sentence; undefined where it is one. Source: ParseStandard of robfig/cron 3, which KubeRay
 * uses: five fields, a word, or @every with a duration of Go's.
 */
export function cronProblem(text: string): string | undefined {
  if (text.length > 1000) return "It is longer than 1,000 characters.";
  if (text === "") return "It is empty.";
  if (text.startsWith(EVERY)) {
    const duration = text.slice(EVERY.length);
    const isDuration = !/^[-+]?\d+$/.test(duration) && goDurationSeconds(duration) !== undefined;
    return isDuration || duration === "0" ? undefined : "@every needs a duration, such as 1h30m.";
  }
  if (text.startsWith("@")) {
    return WORDS.includes(text)
      ? undefined
      : `The words that KubeRay accepts are ${WORDS.join(", ")}.`;
  }
  const parts = text.split(/\s+/).filter((part) => part !== "");
  if (parts.length !== FIELDS.length) return `It has ${parts.length} fields instead of 5.`;
  for (const [index, field] of FIELDS.entries()) {
    const part = parts[index] ?? "";
    if (part.split(",").some((range) => range !== "" && !isRange(range, field))) {
      return `The ${field.name} is not ${field.least} to ${field.most}, a range or a step.`;
    }
  }
  return undefined;
}

/** `*`, `?`, `5`, `1-5`, `mon-fri`, each with `/2` behind it or not. */
function isRange(text: string, field: CronField): boolean {
  const [range = "", step, more] = text.split("/");
  if (more !== undefined || (step !== undefined && !/^\d{1,9}$/.test(step))) return false;
  if (step !== undefined && Number(step) === 0) return false;
  const [from = "", to, tooMany] = range.split("-");
  if (tooMany !== undefined) return false;
  if (from === "*" || from === "?") return true;
  const first = numberOf(from, field);
  const last = to === undefined ? first : numberOf(to, field);
  if (first === undefined || last === undefined) return false;
  return first >= field.least && last <= field.most && first <= last;
}

function numberOf(text: string, { words, firstWord }: CronField): number | undefined {
  const word = words.indexOf(text.toLowerCase());
  if (word !== -1) return word + firstWord;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
