/** How a run ends. 1 is left to drift: outputs that are not what would be compiled, documents that differ. */
export const exitCodes = Object.freeze({
  fine: 0,
  /** Usage, or trouble with reading or writing. */
  trouble: 2,
  invalidInput: 3,
  /** A bug of ours. */
  internalError: 70,
});

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
