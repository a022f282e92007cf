using '../main.bicep'

// All partnerships of England: several thousand open reviews.
param name = 'national'
param location = 'uksouth'
param serviceName = 'Child safeguarding reviews'
param publicAddress = 'https://reviews.example'
param securityContact = 'security@reviews.example'
param scannerEndpoint = '' // the https address of your organisation's scanner (docs/scanning.md)
param signInAudience = '00000000-0000-0000-0000-000000000000'
param senderMailbox = 'reviews@panel.example'
param keyOfficersGroupId = '00000000-0000-0000-0000-000000000000'
param recordsRedundancy = 'Standard_RAGZRS'
param softDeleteDays = 90
param privateNetworking = true
param taskHub = 'storage'
param zoneRedundant = true
param readyInstances = 2
param maximumInstances = 100
param alertEmails = ['operations@reviews.example']
param latenessSeconds = 600
param monthlyBudget = 1500
param budgetStartsOn = '2026-04-01'
param logRetentionDays = 365
