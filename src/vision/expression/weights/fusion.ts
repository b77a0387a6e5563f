/** Written by `tools/train-faces/train.ts`: do not edit. */
export const FUSION = { network: 0.417, landmarks: 0.3766 } as const
