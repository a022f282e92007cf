metadata description = 'Who is told when reviews are not carried forward as they should be. No alert says anything of a case.'

@description('Short name of the installation.')
param name string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags object

@description('Addresses that are told.')
param emails string[]

@description('Resource id of the workspace.')
param workspaceId string

@description('Resource id of the function app.')
param appId string

@description('Seconds by which the latest wake may be late.')
param latenessSeconds int

// The host logs one such line at every look of the watchdog; its wording is kept by a test.
var figures = '''
AppTraces
| where Message startswith "Figures: "
| parse Message with * "latest wake late by " Lateness:long " s, " Letters:long " letters need a person" *
| project TimeGenerated, Lateness, Letters
'''

var failing = '''
AppTraces
| where (Message contains "Function 'ReviewOrchestration (Orchestrator)' failed with an error")
    or (Message startswith "Review " and Message contains " could not be woken")
    or (Message startswith "The wake of review " and Message contains "its orchestration over")
    or (Message startswith "The watchdog could not see to review ")
    or (Message startswith "The watchdog's round ")
'''

var rules = [
  {
    name: 'late-wake'
    meaning: 'A review is not woken in time: reminders and escalations wait. See the log of the watchdog.'
    severity: 1
    query: figures
    column: 'Lateness'
    operator: 'GreaterThan'
    threshold: latenessSeconds
    window: 'PT15M'
  }
  {
    name: 'letters-in-trouble'
    meaning: 'Letters are ambiguous, refused or returned: a person must look, and resend or correct. The reviews show which.'
    severity: 2
    query: figures
    column: 'Letters'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'failing-orchestrations'
    meaning: 'Orchestrations or rounds of the watchdog fail again and again. They are repeated by themselves; find out why.'
    severity: 2
    query: failing
    column: ''
    operator: 'GreaterThan'
    threshold: 3
    window: 'PT30M'
  }
  {
    name: 'watchdog-silent'
    meaning: 'The watchdog has not been heard of for half an hour: the host does not run, or cannot read its records.'
    severity: 1
    query: figures
    column: ''
    operator: 'LessThan'
    threshold: 1
    window: 'PT30M'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'reviews'
    enabled: true
    emailReceivers: [
      for (email, i) in emails: {
        name: 'operator-${i}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

module logAlerts 'alert-rule.bicep' = [
  for rule in rules: {
    name: 'alert-${rule.name}'
    params: {
      name: '${name}-${rule.name}'
      location: location
      tags: tags
      meaning: rule.meaning
      severity: rule.severity
      workspaceId: workspaceId
      actionGroupId: people.id
      query: rule.query
      column: rule.column
      operator: rule.operator
      threshold: rule.threshold
      window: rule.window
    }
  }
]

resource serverErrors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-server-errors'
  location: 'global'
  tags: tags
  properties: {
    description: 'Requests end in errors of the service: storage, sign-in keys or the host itself.'
    severity: 2
    enabled: true
    scopes: [appId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'server-errors'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'Http5xx'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 10
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

@description('Resource id of the group that is told.')
output actionGroupId string = people.id
