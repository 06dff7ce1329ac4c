import { expect, test } from "vitest";
import { readiness } from "../../src/lifecycle/readiness.ts";
import type { Json } from "./observations.ts";
import { event, planFor, pod, raycluster, running, waitingFor } from "./observations.ts";

// A head and two workers of one group, from the creation to the end, as KubeRay's operators write it release by release.

/** What a server sees at one moment. */
interface Sight {
  readonly raycluster: Json | undefined;
  readonly pods: readonly Json[];
  readonly events?: readonly Json[];
}

/** How one release writes the status of a cluster. */
interface Writing {
  /** How many workers run and are ready, and whether the head does. */
  readonly counts: (workers: number, head: Json | undefined) => Json;
  /** Whether the status is written again when a pod changes. */
  readonly followsPods: boolean;
  readonly conditions: boolean;
  readonly refusesInEvents: boolean;
}

const headAddress = { podIP: "10.0.0.7" };
const isUp = (head: Json | undefined) => head?.status === running;

const available: Writing["counts"] = (workers, head) => ({
  ...(workers === 0 ? {} : { availableWorkerReplicas: workers }),
  head: isUp(head) ? headAddress : {},
});
const readyWorkers: Writing["counts"] = (workers, head) => ({
  ...available(workers, head),
  ...(workers === 0 ? {} : { readyWorkerReplicas: workers }),
});
const withConditions: Writing["counts"] = (workers, head) => ({
  ...readyWorkers(workers, head),
  conditions: [headCondition(head)],
});

function headCondition(head: Json | undefined): Json {
  if (head === undefined) {
    const message = "Head Pod not found";
    return { type: "HeadPodReady", status: "False", reason: "HeadPodNotFound", message };
  }
  return isUp(head)
    ? { type: "HeadPodReady", status: "True", reason: "HeadPodRunningAndReady" }
    : { type: "HeadPodReady", status: "False", reason: "ContainersNotReady", message: "no" };
}

const older: Writing = {
  counts: available,
  followsPods: true,
  conditions: false,
  refusesInEvents: false,
};
const newer: Writing = {
  counts: withConditions,
  followsPods: true,
  conditions: true,
  refusesInEvents: true,
};
const writings: Readonly<Record<string, Writing>> = {
  "0.4.0": { ...older, followsPods: false },
  "0.5.2": older,
  "0.6.1": older,
  "1.0.0": older,
  "1.1.1": older,
  "1.2.2": { ...older, counts: readyWorkers },
  "1.3.2": newer,
  "1.4.2": newer,
  "1.5.1": newer,
  "1.6.2": newer,
  "1.7.0": newer,
};

const at = (second: number) => `2026-01-01T00:00:${String(second).padStart(2, "0")}Z`;
const made = (second: number) => ({ creationTimestamp: at(second) });
const starting = waitingFor("ContainerCreating");
const head = pod("train-head-a", "head", running, made(2));
const startingHead = pod("train-head-a", "head", starting, made(2));
const nextHead = pod("train-head-b", "head", starting, made(40));
const worker = pod("train-w-a", "worker-group-0", running, made(2));
const otherWorker = pod("train-w-b", "worker-group-0", running, made(2));
const startingWorker = pod("train-w-b", "worker-group-0", starting, made(2));
const refusal = event("InvalidRayClusterSpec", "The RayCluster spec is invalid ml/train: no", {
  lastTimestamp: at(20),
});
const advice = event(
  "InvalidRayClusterSpec",
  "RayCluster spec warning ml/train: restartPolicy should be Never",
  { lastTimestamp: at(20) },
);

const workersUp = (pods: readonly Json[]) =>
  pods.filter((entry) => entry !== head && entry.status === running).length;
const headOf = (pods: readonly Json[]) =>
  [head, startingHead, nextHead].find((entry) => pods.includes(entry));

/** The cluster once KubeRay has taken notice of the pods; the state stays `ready` once it was. */
function noticed(writing: Writing, pods: readonly Json[], state: string, second = 30): Json {
  const counts = writing.counts(workersUp(pods), headOf(pods));
  const lastUpdateTime = at(second);
  return raycluster({ ...(state === "" ? {} : { state }), ...counts, lastUpdateTime });
}

function suspended(object: Json): Json {
  return { ...object, spec: { suspend: true } };
}

const all = [head, worker, otherWorker];

/** Each moment with what is answered: by the pods, and by the status alone. */
const moments: readonly {
  readonly moment: string;
  readonly sight: (writing: Writing) => Sight;
  readonly byPods: string;
  readonly byStatus: string | ((writing: Writing) => string);
  /** The releases in which there is such a moment; by default all. */
  readonly happens?: (writing: Writing) => boolean;
}[] = [
  {
    moment: "before it is posted",
    sight: () => ({ raycluster: undefined, pods: [] }),
    byPods: "waiting cluster-absent",
    byStatus: "waiting cluster-absent",
  },
  {
    moment: "posted",
    sight: () => ({ raycluster: raycluster(), pods: [] }),
    byPods: "waiting not-taken-up",
    byStatus: "waiting not-taken-up",
  },
  {
    moment: "taken up, no pod yet",
    sight: (writing) => ({ raycluster: noticed(writing, [], ""), pods: [] }),
    byPods: "waiting",
    byStatus: ({ conditions, followsPods }) =>
      conditions ? "waiting pod-absent" : followsPods ? "waiting" : "waiting pods-unread",
  },
  {
    moment: "the head starts",
    sight: (writing) => ({
      raycluster: noticed(writing, [startingHead], ""),
      pods: [startingHead],
    }),
    byPods: "waiting",
    byStatus: ({ conditions, followsPods }) =>
      conditions ? "waiting pod-not-ready" : followsPods ? "waiting" : "waiting pods-unread",
  },
  {
    moment: "one worker short",
    sight: (writing) => {
      const pods = [head, worker, startingWorker];
      return { raycluster: noticed(writing, pods, ""), pods };
    },
    byPods: "waiting",
    byStatus: ({ followsPods }) => (followsPods ? "waiting" : "waiting pods-unread"),
  },
  {
    moment: "all ready",
    sight: (writing) => ({
      raycluster: writing.followsPods
        ? noticed(writing, all, "ready")
        : noticed(writing, [startingHead, startingWorker], ""),
      pods: all,
    }),
    byPods: "ready",
    byStatus: ({ followsPods }) => (followsPods ? "ready" : "waiting pods-unread"),
  },
  {
    moment: "a worker lost",
    sight: (writing) => ({
      raycluster: noticed(writing, [head, worker], "ready"),
      pods: [head, worker],
    }),
    byPods: "waiting",
    byStatus: "waiting",
    happens: ({ followsPods }) => followsPods,
  },
  {
    moment: "the head lost",
    sight: (writing) => {
      const pods = [worker, otherWorker];
      return { raycluster: noticed(writing, pods, "ready"), pods };
    },
    byPods: "waiting",
    byStatus: ({ conditions }) => (conditions ? "waiting pod-absent" : "waiting"),
    happens: ({ followsPods }) => followsPods,
  },
  {
    moment: "the head's successor starts",
    sight: (writing) => {
      const pods = [nextHead, worker, otherWorker];
      return { raycluster: noticed(writing, pods, "ready"), pods };
    },
    byPods: "waiting",
    byStatus: ({ conditions }) => (conditions ? "waiting pod-not-ready" : "waiting"),
    happens: ({ followsPods }) => followsPods,
  },
  {
    moment: "suspension asked for",
    sight: (writing) => ({ raycluster: suspended(noticed(writing, all, "ready")), pods: all }),
    byPods: "waiting cluster-suspended",
    byStatus: "waiting cluster-suspended",
    happens: ({ followsPods }) => followsPods,
  },
  {
    moment: "suspended while an image was missing",
    sight: (writing) => ({
      raycluster: suspended(noticed(writing, [], "suspended")),
      pods: [pod("train-w-a", "worker-group-0", waitingFor("ImagePullBackOff", "no"))],
    }),
    byPods: "waiting cluster-suspended",
    byStatus: "waiting cluster-suspended",
  },
  {
    moment: "suspended, the pods gone, an old refusal still there",
    sight: (writing) => ({
      raycluster: suspended(noticed(writing, [], "suspended", 10)),
      pods: [],
      events: [refusal],
    }),
    byPods: "waiting cluster-suspended",
    byStatus: "waiting cluster-suspended",
  },
  {
    moment: "resumed, the head not made yet",
    sight: (writing) => ({ raycluster: noticed(writing, [], ""), pods: [] }),
    byPods: "waiting",
    byStatus: "waiting pod-absent",
    happens: ({ conditions }) => conditions,
  },
  {
    moment: "refused",
    sight: () => ({ raycluster: raycluster(), pods: [], events: [refusal] }),
    byPods: "failed spec-refused",
    byStatus: "failed spec-refused",
    happens: ({ refusesInEvents }) => refusesInEvents,
  },
  {
    moment: "a change refused after a worker was lost",
    sight: (writing) => ({
      raycluster: noticed(writing, [head, worker], "ready", 10),
      pods: [head, worker],
      events: [refusal],
    }),
    byPods: "failed spec-refused",
    byStatus: "failed spec-refused",
    happens: ({ refusesInEvents }) => refusesInEvents,
  },
  {
    moment: "a change refused, then a worker lost: the status stays as it was",
    sight: (writing) => ({
      raycluster: noticed(writing, all, "ready", 10),
      pods: [head, worker],
      events: [refusal],
    }),
    byPods: "failed spec-refused",
    // Nothing in it says otherwise: see docs/embedding.md.
    byStatus: "ready",
    happens: ({ refusesInEvents }) => refusesInEvents,
  },
  {
    moment: "refused and then mended",
    sight: (writing) => {
      const pods = [pod("train-head-c", "head", starting, made(25))];
      return { raycluster: noticed(writing, pods, "", 25), pods, events: [refusal] };
    },
    byPods: "waiting",
    byStatus: "waiting pod-absent",
    happens: ({ refusesInEvents }) => refusesInEvents,
  },
  {
    moment: "advice under the reason of a refusal",
    sight: (writing) => ({
      raycluster: noticed(writing, [head, startingWorker], "", 10),
      pods: [head, startingWorker],
      events: [advice],
    }),
    byPods: "waiting",
    byStatus: "waiting",
    happens: ({ refusesInEvents }) => refusesInEvents,
  },
  {
    moment: "being deleted",
    sight: (writing) => ({
      raycluster: {
        ...noticed(writing, all, "ready"),
        metadata: { name: "train", deletionTimestamp: at(50) },
      },
      pods: all,
    }),
    byPods: "failed cluster-deleted",
    byStatus: "failed cluster-deleted",
  },
  {
    moment: "made again under its name while the old pods stop",
    sight: (writing) => {
      const again = { name: "train", uid: "0f6e4b2c-2222" };
      return { raycluster: { ...noticed(writing, all, "ready"), metadata: again }, pods: all };
    },
    byPods: "waiting",
    // KubeRay counts the pods of the earlier cluster: see docs/embedding.md.
    byStatus: "ready",
    happens: ({ followsPods }) => followsPods,
  },
];

const lives = Object.entries(writings).flatMap(([release, writing]) =>
  moments
    .filter(({ happens }) => happens?.(writing) ?? true)
    .map(({ moment, sight, byPods, byStatus }) => ({
      release,
      moment,
      sight: sight(writing),
      byPods,
      byStatus: typeof byStatus === "string" ? byStatus : byStatus(writing),
    })),
);

test.each(lives)("$release, $moment", ({ release, sight, byPods, byStatus }) => {
  const plan = planFor(release, [[2, 2]]);
  const { pods, ...status } = sight;
  const answered = (observed: object) => {
    const { state, reason } = readiness(plan, { ...observed, secondsSinceCreation: 10 });
    return reason === undefined ? state : `${state} ${reason.code}`;
  };
  expect({ byPods: answered(sight), byStatus: answered(status) }).toEqual({ byPods, byStatus });
});

test.each<[second: number, podSecond: number | undefined, statusSecond: number, state: string]>([
  [20, 19, 10, "failed"],
  [20, 20, 10, "waiting"],
  [20, 21, 10, "waiting"],
  [20, undefined, 10, "failed"],
  [20, undefined, 20, "failed"],
  [20, undefined, 21, "waiting"],
])(
  "refused at second %i, a pod of %s, a status of %i: %s",
  (second, podSecond, statusSecond, state) => {
    const metadata = podSecond === undefined ? {} : made(podSecond);
    const pods = [pod("train-head-a", "head", starting, metadata)];
    for (const lastTimestamp of [at(second), new Date(at(second)), undefined]) {
      const answer = readiness(planFor("1.7.0"), {
        raycluster: raycluster({ lastUpdateTime: at(statusSecond) }),
        pods,
        events: [
          { ...refusal, lastTimestamp, eventTime: at(second).replace("Z", ".400000Z") },
          { ...refusal, lastTimestamp: at(second - 5), message: "older" },
        ],
        secondsSinceCreation: 10,
      });
      expect(answer.state).toBe(state);
    }
  },
);

test("a pod of an earlier cluster does not show that KubeRay has worked", () => {
  const stranger = pod("train-head-a", "head", starting, {
    ...made(30),
    ownerReferences: [{ kind: "RayCluster", name: "train", uid: "other" }],
  });
  const observed = { raycluster: raycluster(), events: [refusal], secondsSinceCreation: 10 };
  expect(readiness(planFor("1.7.0"), { ...observed, pods: [stranger] }).state).toBe("failed");
});

test("the answer says what it goes by", () => {
  const observed = { raycluster: raycluster(), secondsSinceCreation: 10 };
  expect(readiness(planFor("1.7.0"), observed).evidence).toBe("status");
  expect(readiness(planFor("1.7.0"), { ...observed, pods: null }).evidence).toBe("status");
  expect(readiness(planFor("1.7.0"), { ...observed, pods: [] }).evidence).toBe("pods");
});
