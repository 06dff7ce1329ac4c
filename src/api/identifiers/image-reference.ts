import { count, formatCount, showText } from "../../diagnostics/show.ts";
import type { NameRule } from "./name-rule.ts";
import { nameProblem } from "./name-rule.ts";

const MAXIMUM_LENGTH = 4096;
const MAXIMUM_PATH_LENGTH = 255;
const MAXIMUM_TAG_LENGTH = 128;
const LIBRARY = "library/";

const HOST_NAME: NameRule = Object.freeze({
  pattern: /^[A-Za-z0-9]+(?:(?:\.|-+)[A-Za-z0-9]+)*$/,
  disallowed: /[^-.A-Za-z0-9]/,
  allowedWords: 'letters, digits, "." and "-"',
  start: /^[A-Za-z0-9]/,
  startWords: "a letter or a digit",
  endWords: "a letter or a digit",
  clash: {
    pattern: /\.[.-]|-\./,
    words: 'each part between "." must start and end with a letter or a digit',
  },
});

const BRACKETED_IPV6 = /^\[[0-9A-Fa-f:]+\]$/;

const PATH: NameRule = Object.freeze({
  pattern: /^[a-z0-9]+(?:(?:[._/]|__|-+)[a-z0-9]+)*$/,
  disallowed: /[^-._/a-z0-9]/,
  allowedWords: 'lower-case letters, digits, ".", "_", "-" and "/"',
  start: /^[a-z0-9]/,
  startWords: "a lower-case letter or a digit",
  endWords: "a lower-case letter or a digit",
  clash: {
    pattern: /[./][-._/]|-[._/]|_[-./]|___/,
    words: 'between letters and digits write one of ".", "_", "__", "-" and "/"',
  },
});

const TAG: NameRule = Object.freeze({
  pattern: /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/,
  disallowed: /[^-A-Za-z0-9_.]/,
  allowedWords: 'letters, digits, ".", "_" and "-"',
  start: /^[A-Za-z0-9_]/,
  startWords: 'a letter, a digit or "_"',
  endWords: 'a letter, a digit, ".", "_" or "-"',
});

/** What most images look like, so that one look is enough: a host or a path, a path, perhaps a tag, and no digest. */
const COMMON =
  /^[a-z0-9]+(?:[.-][a-z0-9]+)*(?::[0-9]+)?(?:\/[a-z0-9]+(?:[._-][a-z0-9]+)*)+(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?$/;
const MAXIMUM_COMMON_LENGTH = 200;

/** How many hexadecimal digits a digest has. */
const DIGEST_LENGTHS: ReadonlyMap<string, number> = new Map([
  ["sha256", 64],
  ["sha384", 96],
  ["sha512", 128],
]);

/**
 * Why a text is no image reference, `[host[:port]/]path[:tag][@digest]`: a sentence; undefined where it is one.
 * At most 4,096 characters. Source: distribution/reference, ParseNormalizedNamed, which container runtimes go by.
 */
export function imageReferenceProblem(text: string): string | undefined {
  if (text.length <= MAXIMUM_COMMON_LENGTH && COMMON.test(text)) return undefined;
  if (text === "") return "It is empty.";
  if (text.length > MAXIMUM_LENGTH) {
    return `It is ${formatCount(text.length)} characters long; at most ${formatCount(MAXIMUM_LENGTH)} are allowed.`;
  }
  const scheme = /^[a-z]+:\/\//i.exec(text)?.[0];
  if (scheme !== undefined) return `It may not start with ${showText(scheme)}.`;
  if (/^[0-9a-f]{64}$/.test(text)) {
    return "It is 64 hexadecimal digits and nothing else, which is an image's ID, not its name.";
  }
  const at = text.indexOf("@");
  const tagged = at === -1 ? text : text.slice(0, at);
  const colon = tagged.indexOf(":", tagged.lastIndexOf("/") + 1);
  const name = colon === -1 ? tagged : tagged.slice(0, colon);
  return (
    repositoryProblem(name) ??
    (colon === -1 ? undefined : tagProblem(tagged.slice(colon + 1))) ??
    (at === -1 ? undefined : digestProblem(text.slice(at + 1)))
  );
}

function repositoryProblem(name: string): string | undefined {
  const slash = name.indexOf("/");
  const first = slash === -1 ? "" : name.slice(0, slash);
  if (!isHost(first)) return pathProblem(name, slash === -1);
  const problem = hostProblem(first);
  if (problem !== undefined) {
    // A host may hold no "_", but a path may: a_b.c/d is read as a path without a host.
    return PATH.pattern.test(name) ? pathProblem(name, false) : problem;
  }
  const path = name.slice(slash + 1);
  const isDockerHub = first === "docker.io" || first === "index.docker.io";
  return pathProblem(path, isDockerHub && !path.includes("/"));
}

/** Whether what stands before the first "/" is a registry's host rather than a part of the path. */
function isHost(first: string): boolean {
  return first === "localhost" || /[.:]/.test(first) || first !== first.toLowerCase();
}

function hostProblem(host: string): string | undefined {
  const colon = host.endsWith("]") ? -1 : host.lastIndexOf(":");
  const name = colon === -1 ? host : host.slice(0, colon);
  if (colon !== -1 && !/^[0-9]+$/.test(host.slice(colon + 1))) {
    return `The port ${showText(host.slice(colon + 1))} is not a number.`;
  }
  if (!name.startsWith("[")) return nameProblem(name, HOST_NAME, MAXIMUM_LENGTH, "The host");
  return BRACKETED_IPV6.test(name)
    ? undefined
    : `The host ${showText(name)} is not an IPv6 address in brackets.`;
}

/** On Docker Hub a path of one part stands for `library/` and that part, which counts. */
function pathProblem(path: string, isInLibrary: boolean): string | undefined {
  const maximum = MAXIMUM_PATH_LENGTH - (isInLibrary ? LIBRARY.length : 0);
  return nameProblem(path, PATH, maximum, "The path");
}

function tagProblem(tag: string): string | undefined {
  return nameProblem(tag, TAG, MAXIMUM_TAG_LENGTH, "The tag");
}

function digestProblem(digest: string): string | undefined {
  const colon = digest.indexOf(":");
  const algorithm = colon === -1 ? digest : digest.slice(0, colon);
  const length = DIGEST_LENGTHS.get(algorithm);
  if (length === undefined || colon === -1) {
    return `The digest ${showText(digest)} must start with "sha256:", "sha384:" or "sha512:".`;
  }
  const digits = digest.slice(colon + 1);
  if (!/^[0-9a-f]*$/.test(digits)) {
    return `The digest may contain only 0 to 9 and a to f after "${algorithm}:".`;
  }
  return digits.length === length
    ? undefined
    : `The digest has ${count(digits.length, "hexadecimal digit")}; ${algorithm} has ${length}.`;
}
