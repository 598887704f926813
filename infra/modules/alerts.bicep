param location string
param tags object

@description('The Application Insights component whose log is watched.')
param insightsId string

@description('Empty: alerts are seen in the portal only.')
param email string

// Log lines are JSON with an event; docs/runbook.md says what to do at each.
var rules = [
  {
    name: 'failed-digest'
    description: 'En sammanfattning kom inte fram till sin kanal.'
    query: 'traces | where severityLevel >= 2 and message has_any ("digest-given-up", "digest-ended", "digest-message-lost", "digest-run-given-up", "digest-failure-untold", "digests-not-looked-for", "digests-not-withdrawn", "deliveries-not-swept")'
    operator: 'GreaterThan'
    window: 'PT1H'
    frequency: 'PT15M'
    severity: 2
  }
  {
    name: 'stale-index'
    description: 'Indexet har varken räknats om eller befunnits oförändrat på ett dygn.'
    query: 'traces | where message has_any ("refresh-succeeded", "refresh-unchanged")'
    operator: 'LessThan'
    window: 'P1D'
    frequency: 'PT1H'
    severity: 2
  }
  {
    name: 'failed-refresh'
    description: 'En beräkning misslyckades, gavs upp eller kom aldrig igång.'
    query: 'traces | where message has_any ("refresh-failed", "refresh-given-up", "refresh-not-requested", "list-watch-given-up")'
    operator: 'GreaterThan'
    window: 'PT1H'
    frequency: 'PT15M'
    severity: 3
  }
  {
    name: 'throttled'
    description: 'Microsoft 365 bromsar läsningen gång på gång.'
    query: 'traces | where message has "refresh-waiting" and message has "graph-throttled" | summarize times = count() | where times > 6'
    operator: 'GreaterThan'
    window: 'PT6H'
    frequency: 'PT1H'
    severity: 3
  }
  {
    name: 'unexpected-error'
    description: 'Något oförutsett gick fel i API:et, lagringen svarar inte, gamla kvitton kunde inte tas bort, eller ett köat arbete gäller en främmande katalog.'
    query: 'traces | where severityLevel >= 3 and (message has "\\"event\\":\\"problem\\"" or message has_any ("tenant-not-allowed", "old-not-forgotten"))'
    operator: 'GreaterThan'
    window: 'PT1H'
    frequency: 'PT15M'
    severity: 2
  }
]

resource receivers 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-digitaliseringsindex'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'digindex'
    enabled: true
    emailReceivers: empty(email)
      ? []
      : [{ name: 'forvaltning', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for rule in rules: {
    name: 'alert-${rule.name}'
    location: location
    tags: tags
    properties: {
      displayName: rule.name
      description: rule.description
      enabled: true
      severity: rule.severity
      scopes: [insightsId]
      windowSize: rule.window
      evaluationFrequency: rule.frequency
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: rule.operator
            threshold: rule.operator == 'LessThan' ? 1 : 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [receivers.id] }
    }
  }
]
