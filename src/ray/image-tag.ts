/** What the tag of an official Ray image says of the Ray inside. */
export interface TaggedRay {
  /** As the tag has it, such as `2.40.0` or `2.40.0rc1`. */
  readonly version: string;
  /** Whether the image is named by its digest as well: then nothing but the digest decides what is pulled. */
  readonly hasDigest: boolean;
}

/**
 * The Ray that an image holds by its tag; undefined where the tag does not say. Only Ray's own repositories are known to
 * name their versions: rayproject/ray, ray-ml and ray-llm, from any registry. Their tags are
 * `<version>[-extra][-pyNN][-cpu|-gpu|-tpu|-cuNNN][-<machine>]`, and release builds have a commit behind the version
 * (Ray's ci/ray_ci/docker_container.py). `latest`, `nightly` and a commit alone name none.
 */
export function rayOfImage(image: string): TaggedRay | undefined {
  if (image.length > MAXIMUM_LENGTH) return undefined;
  if (!image.includes("rayproject/ray")) return undefined;
  const [reference = "", digest] = image.split("@", 2);
  const colon = reference.indexOf(":", reference.lastIndexOf("/") + 1);
  if (colon === -1 || !REPOSITORY.test(reference.slice(0, colon))) return undefined;
  const version = TAG.exec(reference.slice(colon + 1))?.[1];
  return version === undefined ? undefined : { version, hasDigest: digest !== undefined };
}

/** Far more than a registry, a repository, a tag and a digest take. */
const MAXIMUM_LENGTH = 4_096;

const REPOSITORY = /(?:^|\/)rayproject\/ray(?:-ml|-llm)?$/;

const TAG =
  /^(\d{1,6}\.\d{1,6}\.\d{1,6}(?:rc\d{1,6})?)(?:\.[0-9a-f]{6,40})?(?:-extra)?(?:-py\d{2,3})?(?:-(?:cpu|gpu|tpu|cu\d{2,3}))?(?:-(?:aarch64|x86_64))?$/;

/**
 * Whether a version as a user writes it, such as `2.40.0`, `v2.40` or `2.40.0-py310`, can be that of a tag. A version of
 * two numbers leaves the third open. A release candidate is not its release, unless the user's version says so too.
 */
export function isSameRay(tagged: string, version: string): boolean {
  const [release = "", candidate] = tagged.split("rc", 2);
  const written = /^v?(\d{1,6}\.\d{1,6}(?:\.\d{1,6})?)(.*)$/.exec(version);
  if (written === null) return false;
  const [, numbers = "", suffix = ""] = written;
  if (candidate !== undefined && !/^[-.]?rc/.test(suffix)) return false;
  const [wanted, actual] = [numbers.split("."), release.split(".")];
  return wanted.every((part, index) => Number(part) === Number(actual[index]));
}
