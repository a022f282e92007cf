metadata description = 'One alert on the logs.'

@description('Name of the rule.')
param name string

@description('Region.')
param location string

@description('Tags of all resources.')
param tags object

@description('What it means, and what to do.')
param meaning string

@description('How bad it is: 0 is worst, 4 is least.')
@minValue(0)
@maxValue(4)
param severity int

@description('Resource id of the workspace.')
param workspaceId string

@description('Resource id of the group that is told.')
param actionGroupId string

@description('The query.')
param query string

@description('Column of the query that is measured; empty to count its rows.')
param column string = ''

@description('Alerts where the measure is above or below the threshold.')
@allowed(['GreaterThan', 'LessThan'])
param operator string = 'GreaterThan'

@description('The threshold.')
param threshold int

@description('Time looked over, as an ISO duration.')
param window string = 'PT15M'

@description('How often it is looked at, as an ISO duration.')
param frequency string = 'PT5M'

resource rule 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: name
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: name
    description: meaning
    severity: severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: frequency
    windowSize: window
    criteria: {
      allOf: [
        {
          query: query
          timeAggregation: empty(column) ? 'Count' : 'Maximum'
          metricMeasureColumn: empty(column) ? null : column
          operator: operator
          threshold: threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [actionGroupId]
    }
    autoMitigate: true
    skipQueryValidation: true // The tables come into being with the first telemetry.
  }
}
