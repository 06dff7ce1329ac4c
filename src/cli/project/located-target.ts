/** A target with the files that its globs stand for. Paths are relative to the working folder. */
export interface LocatedTarget {
  readonly name: string;
  /** By path, and none twice. */
  readonly requests: readonly FoundRequest[];
  readonly outputFolder: string;
  readonly settings: string | undefined;
  readonly settingsAt: string | undefined;
  readonly kuberayVersion: string | undefined;
  readonly strict: boolean;
}

export interface FoundRequest {
  readonly file: string;
  /** Where its manifest goes. */
  readonly output: string;
  /** The first glob that matches it, by its place among the target's. */
  readonly globIndex: number;
}
