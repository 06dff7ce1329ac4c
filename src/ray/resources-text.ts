import { isPlainObject } from "../diagnostics/plain-data.ts";

/** How a text of rayStartParams.resources reads to those that read it. */
export type ResourcesReading =
  /** Everyone reads it alike. */
  | "sound"
  /** Bash takes the quotes of the JSON away, so `ray start` gets no JSON, and the autoscaler cuts its ends off. */
  | "unquoted"
  /** The autoscaler takes whole numbers alone. */
  | "fraction"
  /** No JSON object in quotes. */
  | "unreadable";

/**
 * Ray's autoscaler cuts the first and the last character off and reads the rest as JSON, and so once more where that is a
 * text (`_get_ray_resources_from_group_spec` in python/ray/autoscaler/_private/kuberay/autoscaling_config.py); bash
 * takes quotes away before `ray start` reads it. So the JSON stands in single quotes that are part of the text, or is
 * written as the text of a JSON text.
 */
export function readResourcesText(text: string): ResourcesReading {
  if (text.length > MAXIMUM_LENGTH) return "sound";
  const inner = text.slice(1, -1);
  const isQuoted =
    text.length > 1 && QUOTES.includes(text.charAt(0)) && text.endsWith(text.charAt(0));
  if (!isQuoted) return isPlainObject(parsed(text)) ? "unquoted" : "unreadable";
  const read = parsed(text.startsWith('"') ? unescaped(inner) : inner);
  if (!isPlainObject(read)) return "unreadable";
  return Object.values(read).every((value) => Number.isInteger(value)) && !FRACTION.test(inner)
    ? "sound"
    : "fraction";
}

const MAXIMUM_LENGTH = 100_000;
const QUOTES = "'\"";
/** A number with a point is none that Python takes for whole. */
const FRACTION = /:\s*-?\d+(?:\.|[eE])/;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unescaped(text: string): string {
  return text.replaceAll('\\"', '"').replaceAll("\\\\", "\\");
}
