using '../main.bicep'

param environmentName = 'ekviken-prod'
param location = 'swedencentral'
param organisationName = 'Ekvikens kommun'
param alertEmail = 'digitalisering@ekviken.example'
param alwaysReadyInstances = 1
param logRetentionDays = 90
