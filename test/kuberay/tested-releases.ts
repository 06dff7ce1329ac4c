/** Releases of KubeRay that tests go through, oldest first: the first and the last of every minor release that changes something. */
export const testedReleases: readonly string[] = Object.freeze([
  "0.4.0",
  "0.5.0",
  "0.5.2",
  "0.6.0",
  "1.0.0",
  "1.1.0",
  "1.1.1",
  "1.2.0",
  "1.2.2",
  "1.3.0",
  "1.3.2",
  "1.4.0",
  "1.4.2",
  "1.5.0",
  "1.5.1",
  "1.5.2",
  "1.6.0",
  "1.6.2",
  "1.7.0",
]);

/** Fewer of them, for tests that go through much else: the last of every minor release, and the one that differs from it most. */
export const mainReleases: readonly string[] = testedReleases.filter(
  (release, index) =>
    release === "0.5.0" || minorOf(testedReleases[index + 1]) !== minorOf(release),
);

/** The main ones from one of them on. */
export function mainReleasesFrom(first: string): readonly string[] {
  return mainReleases.slice(mainReleases.indexOf(first));
}

function minorOf(release: string | undefined): string | undefined {
  return release?.replace(/\.\d+$/, "");
}
