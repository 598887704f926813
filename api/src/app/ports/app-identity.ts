/** Who the app is to Microsoft 365 when nobody stands behind it. */
export interface AppIdentity {
  /** The client id that permissions are granted to. @throws ProblemError graph-unauthenticated */
  appId(): Promise<string>;
}
