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

// The watchdog logs one such line for each word that /healthz names; its wording, and that no word is left out here, is kept by tests.
var health = '''
AppTraces
| where Message startswith "Health names {word}:"
'''

// What only one instance knows, it logs itself when it meets it.
var unwrittenLooks = '''
    or Message contains " looks at reviews are not on record yet"
    or Message contains " looks at reviews could not be recorded"
'''

var notTaken = '''
    or Message contains ": the store did not take what was to be recorded"
'''

var scannerFailed = '''
    or Message startswith "The malware scanner cannot be used"
'''

var quarantined = '''
AppTraces
| where Message contains ": a file that was handed in is not clean"
'''

var words = [
  {
    word: 'mail'
    meaning: 'The mail service cannot be reached, or takes nothing for now. Letters wait, and go by themselves when it is back.'
    severity: 2
    also: ''
  }
  {
    word: 'storage'
    meaning: 'Storage did not take what was to be recorded. What was refused was not done: see the account, the role of the identity and the network.'
    severity: 1
    also: notTaken
  }
  {
    word: 'looks'
    meaning: 'It cannot be recorded who looks at reviews, so documents are not given out: see whether storage can be written.'
    severity: 2
    also: unwrittenLooks
  }
  {
    word: 'directory'
    meaning: 'The directory file was refused; the former one stays in force. The log names the line.'
    severity: 3
    also: ''
  }
  {
    word: 'calendar'
    meaning: 'The list of bank holidays is stale or was refused. Put a newer file in place.'
    severity: 3
    also: ''
  }
  {
    word: 'scanner'
    meaning: 'The malware scanner cannot be used, so no document is taken. See that it runs and can be reached.'
    severity: 2
    also: scannerFailed
  }
  {
    word: 'chain'
    meaning: 'Anchors are old, or they or the record of the quarantine are not what was written. Change nothing, and follow the runbook.'
    severity: 1
    also: ''
  }
  {
    word: 'audit'
    meaning: 'The daily verification found records that were changed or are damaged, or was not made for two days. Change nothing, and follow the runbook.'
    severity: 1
    also: ''
  }
  {
    word: 'clock'
    meaning: 'The clock of an instance differs from that of storage by more than a minute. Restart the app.'
    severity: 2
    also: ''
  }
]

var healthRules = [
  for each in words: {
    name: 'health-${each.word}'
    meaning: each.meaning
    severity: each.severity
    query: '${replace(health, '{word}', each.word)}${each.also}'
    column: ''
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
  }
]

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
    name: 'file-in-quarantine'
    meaning: 'The malware scanner found something in a file that somebody handed in. The administration page says in which review, and what to do.'
    severity: 2
    query: quarantined
    column: ''
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
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
  for rule in concat(rules, healthRules): {
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
