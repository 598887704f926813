/** Tokens for Microsoft Graph on behalf of somebody who has called us. */
export interface OnBehalfOf {
  /**
   * @param userToken the token that they called us with
   * @throws ProblemError consent-missing, token-expired, graph-unauthenticated
   */
  graphToken(tenantId: string, userToken: string): Promise<string>;
}
