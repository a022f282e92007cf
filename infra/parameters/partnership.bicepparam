using '../main.bicep'

// One partnership: some tens of reviews a year.
param name = 'fernshire'
param location = 'uksouth'
param serviceName = 'Fernshire child safeguarding reviews'
param securityContact = 'security@fernshire.example'
param scannerEndpoint = '' // the https address of your organisation's scanner (docs/scanning.md)
param signInAudience = '00000000-0000-0000-0000-000000000000'
param senderMailbox = 'reviews@fernshire.example'
param keyOfficersGroupId = ''
param recordsRedundancy = 'Standard_ZRS'
param alertEmails = ['operations@fernshire.example']
param monthlyBudget = 100
param budgetStartsOn = '2026-04-01'
