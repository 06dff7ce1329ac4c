/** How a run ends. */
export const exitCodes = Object.freeze({
  fine: 0,
  /** Drift alone: something differs from what it was compared with. */
  drift: 1,
  /** Usage, or trouble with reading or writing. */
  trouble: 2,
  invalidInput: 3,
  /** A bug of ours. */
  internalError: 70,
});

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
