/** Source of unguessable bytes; a fixed one in tests makes a run repeat exactly. */
export type Random = {
  bytes(length: number): Uint8Array;
};
