import fc from "fast-check";
import { expect, test } from "vitest";
import { anyCharacter } from "../any-character.ts";
import type { Kind } from "./identifier-kinds.ts";
import { kinds, problems } from "./identifier-kinds.ts";

const A63 = "a".repeat(63);
const SHA256 = "0123456789abcdef".repeat(4);
const DIGEST = `sha256:${SHA256}`;

test.each(kinds)("a reason for %s is one printable sentence, whatever the text", (kind) => {
  const units = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
    .map((codes) => String.fromCharCode(...codes));
  const texts = fc.oneof(units, fc.string({ unit: anyCharacter }), almostNames());
  fc.assert(
    fc.property(texts, (text) => {
      const reason = problems[kind](text);
      if (reason === undefined) return;
      expect(reason).toMatch(
        /^(It|The) [^\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]{1,244}\.$/u,
      );
    }),
  );
});

test.each(kinds)("%s agrees with the grammar as one expression", (kind) => {
  fc.assert(
    fc.property(almostNames(), (text) => {
      expect([text, problems[kind](text) === undefined]).toEqual([text, isInGrammar(kind, text)]);
    }),
  );
});

test.each(kinds)("%s of 100,000 characters is refused at once", (kind) => {
  const fillers = [
    "a",
    "-",
    "_",
    ".",
    "a-",
    "a.",
    "a/",
    "a__",
    "a:",
    "[:",
    "@",
    "\u00e9",
    "\ud83d",
  ];
  for (const filler of fillers) {
    const text = filler.repeat(100_000 / filler.length);
    for (const hostile of [text, `a${text}!`, `a.b/${text}`, `${text}/a`, `a@sha256:${text}`]) {
      expect(problems[kind](hostile)).toMatch(/\.$/);
    }
  }
});

/** Texts close to names: pieces that a grammar treats differently, put together at random. */
function almostNames(): fc.Arbitrary<string> {
  const pieces = [
    ...["a", "b1", "0", "Z", "-", "--", "_", "__", ".", "..", "/", "/", ":", "@", "[", "::1", "]"],
    ...["localhost", "docker.io", "index.", "reg.io:5000", "kubernetes.io/", "requests.", " "],
    ...["\u212a"],
    ...["sha256:", "@sha256:", SHA256, DIGEST, A63, "a".repeat(61), "a".repeat(190)],
    ...["a".repeat(126)],
  ];
  return fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(""));
}

/** The rules as Kubernetes and distribution/reference state them: one expression and a length for each part. */
function isInGrammar(kind: Kind, text: string): boolean {
  const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
  const segment = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
  switch (kind) {
    case "dns1123Label":
      return /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(text) && text.length <= 63;
    case "dns1035Label":
      return /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(text) && text.length <= 63;
    case "dns1123Subdomain":
      return subdomain.test(text) && text.length <= 253;
    case "labelValue":
      return text === "" || (segment.test(text) && text.length <= 63);
    case "labelKey": {
      const [name = "", prefix, ...more] = text.split("/").reverse();
      const hasPrefix = prefix === undefined || (subdomain.test(prefix) && prefix.length <= 253);
      return more.length === 0 && hasPrefix && segment.test(name) && name.length <= 63;
    }
    case "annotationKey":
      return isInGrammar("labelKey", text.toLowerCase());
    case "extendedResourceName": {
      const isNative = !text.includes("/") || text.includes("kubernetes.io/");
      const isQuota = text.startsWith("requests.");
      return !isNative && !isQuota && isInGrammar("labelKey", `requests.${text}`);
    }
    case "imageReference":
      return isImageReference(text);
  }
}

function isImageReference(text: string): boolean {
  const part = "[a-z0-9]+(?:(?:[._]|__|[-]+)[a-z0-9]+)*";
  const label = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
  const host = `(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
  const digest = "sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128}";
  const reference = new RegExp(
    `^(?:${host}/)?(${part}(?:/${part})*)(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@(?:${digest}))?$`,
  );
  const [first = "", ...rest] = text.split("/");
  const hasHost = rest.length > 0 && (first === "localhost" || /[.:A-Z\u212a]/.test(first));
  const path = hasHost ? rest.join("/") : text;
  const isOnHub = !hasHost || /^(index\.)?docker\.io$/.test(first);
  const normalized = `${hasHost ? first : "docker.io"}/${isOnHub && !path.includes("/") ? "library/" : ""}${path}`;
  const repository = reference.exec(normalized)?.[1];
  return repository !== undefined && repository.length <= 255 && !/^[a-f0-9]{64}$/.test(text);
}
