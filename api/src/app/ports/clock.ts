/** Tells the time; tests tell another. */
export interface Clock {
  now(): Date;
}
