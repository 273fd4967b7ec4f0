using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Segmentation.Load;

/// <summary>
/// The headers that the systems write into their exports, and the role each one has: the one place to add a header.
/// </summary>
/// <remarks>
/// One line an entry: role | kinds of export in which the headers have this meaning | system (blank: any) | headers. A header
/// followed by <c>?</c> is likely, by <c>??</c> possible; without a mark it is sure. The role <c>-</c> marks headers that tell the
/// system and kind but play no role; <c>personal</c> those that play no role and point at a person or customer. Labels and API
/// names share a line where the system writes both; case, spaces, underscores and <c>__c</c> do not count.
/// </remarks>
internal static class HeaderCatalog
{
    private const string Lines = """
        AccountId | accounts | Salesforce | Id, Account ID, Account ID (18), 18 Digit Account ID, Case Safe ID, Account Case Safe ID
        AccountId | accounts | HubSpot | Record ID, Record ID - Company, hs_object_id, Company ID, Company Record ID
        AccountId | accounts | Gainsight | GSID, Company GSID, Company ID, SFDC Account ID?
        AccountId | accounts | ChurnZero | Account External Id, Account Id, External Id?, CRM Account Id?
        AccountId | accounts | Vitally | externalId?, id?, Vitally Account ID??, Account ID
        AccountId | accounts | | Customer ID, Client ID, Customer Number?, Account Number??, Organization ID?, Org ID?, Tenant ID??, External ID?
        AccountId | contacts, arr_history, engagement, other | Salesforce | AccountId, Account ID (18), Account.Id, Account: Account ID, Account__c?, Account?, SBQQ__Account__c
        AccountId | contacts, arr_history, engagement, other | HubSpot | Associated Company ID, associatedcompanyid, Primary Associated Company ID, Company ID, Record ID - Company, Associated Company IDs?
        AccountId | contacts, arr_history, engagement, other | Gainsight | Company GSID, Company ID, GSID?, SFDC Account ID
        AccountId | contacts, arr_history, engagement, other | ChurnZero | Account External Id, Account Id
        AccountId | contacts, arr_history, engagement, other | Vitally | accountId, accountExternalId, Organization ID?
        AccountId | contacts, engagement | Marketo | SFDC Account Id, Company Id?
        AccountId | contacts, arr_history, engagement, other | | Salesforce Account ID, CRM Account ID, Customer ID, Client ID, Customer Number?, Account Number?, Org ID?, Tenant ID??
        AccountId | enrichment | | Account ID, CRM Account ID, Salesforce Account ID, SFDC Account ID, Customer ID, HubSpot Company ID, CRM ID?

        AccountName | accounts | Salesforce | Account Name, Name
        AccountName | accounts | HubSpot | Company name, Name
        AccountName | accounts | Gainsight | Name, Company Name
        AccountName | accounts | ChurnZero | Account Name, Name
        AccountName | accounts | Vitally | Name, Account Name
        AccountName | accounts | | Customer Name, Client Name, Business Name, Organization Name, Organisation Name, Company?, Customer?, Account?, Organization?, Legal Name?
        AccountName | arr_history, engagement, other | | Account Name, Account.Name, Account: Account Name, Customer Name, Company Name, Client Name, Company?, Customer?, Account??
        AccountName | enrichment | ZoomInfo | Company Name
        AccountName | enrichment | Apollo | Company, Company Name
        AccountName | enrichment | Clearbit | name, Company Name, legalName?
        AccountName | enrichment | Clay | Company Name, Company, Name?
        AccountName | enrichment | BuiltWith | Company
        AccountName | enrichment | HG Insights | Company Name, Company
        AccountName | enrichment | PitchBook | Companies, Company Name
        AccountName | enrichment | Crunchbase | Organization Name, Organization/Person Name, name
        AccountName | enrichment | | Account Name, Customer Name, Name?
        CompanyName | contacts, users | Salesforce | Account Name, Account.Name, Account: Account Name, Company
        CompanyName | contacts | HubSpot | Company Name, Associated Company, Company
        CompanyName | contacts | Marketo | Company Name, Company
        CompanyName | contacts | | Customer Name, Organization Name, Organisation?, Organization?, Employer?, Account?

        Website | accounts, contacts, other | Salesforce | Website, Account Website
        Website | accounts, contacts, other | HubSpot | Website URL, Website
        Website | accounts, contacts, other | | Company Website, Web Site, Homepage, Web?, Site??, URL?
        Website | enrichment | ZoomInfo | Website
        Website | enrichment | Apollo | Website, Company Website
        Website | enrichment | Crunchbase | Website, homepage_url
        Website | enrichment | PitchBook | Website, Company Website
        Website | enrichment | | Website URL, URL?, Company URL?
        Domain | accounts, contacts, other | HubSpot | Company Domain Name, domain
        Domain | accounts, contacts, other | | Domain Name, Company Domain, Website Domain, Primary Domain, Account Domain, Domain, Email Domain??
        Domain | enrichment | Clearbit | domain
        Domain | enrichment | BuiltWith | Domain, Root Domain?
        Domain | enrichment | Clay | Company Domain, Domain
        Domain | enrichment | HG Insights | Company Domain, Domain, URL?
        Domain | enrichment | | Domain Name, Website Domain, Input Domain, Query Domain, Company Domain Name, Email Domain?

        Industry | accounts, contacts, other | Salesforce | Industry
        Industry | accounts, contacts, other | HubSpot | Industry
        Industry | accounts, contacts, other | | Primary Industry, Account Industry, Company Industry, Industry Vertical, Vertical?, Sector?, Industry Group?, Sub Industry??, Branche?
        Industry | enrichment | ZoomInfo | Primary Industry, Primary Sub-Industry??
        Industry | enrichment | Apollo | Industry
        Industry | enrichment | Clearbit | category.industry, company_category_industry, category.sector?
        Industry | enrichment | PitchBook | Primary Industry Code, Primary Industry Group?, Primary Industry Sector?
        Industry | enrichment | Crunchbase | Industries, category_groups_list?, category_list??, Industry Groups?
        Industry | enrichment | BuiltWith | Vertical
        Industry | enrichment | | Company Industry, Industry, Sector??

        Employees | accounts, contacts, other | Salesforce | Employees, NumberOfEmployees, No. of Employees
        Employees | accounts, contacts, other | HubSpot | Number of Employees, numberofemployees
        Employees | accounts, contacts, other | Gainsight | Employees
        Employees | accounts, contacts, other | | Employee Count, Headcount, Company Headcount, FTE?, FTEs?, Company Size?, Staff?, Number of Staff?, Employee Range??, Employees Range??
        Employees | enrichment | ZoomInfo | Employees, Employee Count
        Employees | enrichment | Apollo | # Employees, Num Employees
        Employees | enrichment | Clearbit | metrics.employees, company_metrics_employees
        Employees | enrichment | Crunchbase | Number of Employees, employee_count
        Employees | enrichment | | Company Size?, Headcount, Company Headcount, Employee Range??, metrics.employeesRange??
        AnnualRevenue | accounts, contacts, other | Salesforce | Annual Revenue
        AnnualRevenue | accounts, contacts, other | HubSpot | Annual Revenue
        AnnualRevenue | accounts, contacts, other | | Company Revenue, Company Annual Revenue, Yearly Revenue, Revenue?, Turnover?, Sales??, Revenue Range??
        AnnualRevenue | enrichment | ZoomInfo | Revenue (in 000s USD), Revenue (in 000s), Revenue Range (in USD)??
        AnnualRevenue | enrichment | Apollo | Annual Revenue
        AnnualRevenue | enrichment | Clearbit | metrics.annualRevenue, metrics.estimatedAnnualRevenue?, Estimated Annual Revenue
        AnnualRevenue | enrichment | BuiltWith | Sales Revenue USD
        AnnualRevenue | enrichment | Crunchbase | Estimated Revenue Range?
        AnnualRevenue | enrichment | | Revenue, Company Revenue, Revenue Range??

        Arr | accounts, arr_history, other | Salesforce | ARR__c, Annual_Recurring_Revenue__c
        Arr | accounts, arr_history, other | Gainsight | ARR
        Arr | accounts, arr_history, other | ChurnZero | ARR, Total Contract Amount?
        Arr | accounts, arr_history, other | Vitally | ARR
        Arr | accounts, arr_history, other | | Annual Recurring Revenue, Current ARR, Total ARR, Active ARR, Customer ARR, Account ARR, Contract ARR, Ending ARR, End ARR, ARR Amount, ARR Value, Recurring Revenue?, ACV?, Annual Contract Value?, CARR?, Net ARR?
        Mrr | accounts, arr_history, other | Gainsight | MRR
        Mrr | accounts, arr_history, other | Vitally | MRR
        Mrr | accounts, arr_history, other | | Monthly Recurring Revenue, Current MRR, Total MRR, MRR Amount, Ending MRR, SBQQ__RegularPrice__c??
        Currency | accounts, arr_history, contacts, other, enrichment | Salesforce | CurrencyIsoCode, Account Currency, Currency ISO Code
        Currency | accounts, arr_history, contacts, other, enrichment | | Currency, Currency Code, ARR Currency, Contract Currency, Billing Currency, Annual Revenue Currency??

        Country | accounts, other | Salesforce | BillingCountry, Billing Country/Territory, Shipping Country??, BillingCountryCode?
        Country | contacts | Salesforce | MailingCountry, Mailing Country/Territory, MailingCountryCode?
        Country | accounts, contacts, users, other | HubSpot | Country/Region, Country
        Country | accounts, contacts, users, engagement, arr_history, other | | Country Name, Headquarters Country, HQ Country, Company Country?, Country Code?
        Country | enrichment | ZoomInfo | Company Country, Country?
        Country | enrichment | Apollo | Company Country, Country?
        Country | enrichment | Clearbit | geo.country, company_geo_country
        Country | enrichment | PitchBook | Company Country/Territory/Region, HQ Country/Territory/Region
        Country | enrichment | | Country, Country Code?, HQ Country, Headquarters Country
        State | accounts, other | Salesforce | BillingState, Billing State/Province, BillingStateCode?
        State | contacts | Salesforce | MailingState, Mailing State/Province, MailingStateCode?
        State | accounts, contacts, users, other | HubSpot | State/Region, State
        State | accounts, contacts, other, enrichment | | State/Province, Province, Company State?, HQ State, State, geo.state
        City | accounts, other | Salesforce | Billing City
        City | contacts | Salesforce | Mailing City
        City | accounts, contacts, users, other, enrichment | | City, Town?, Company City?, HQ City, geo.city
        PostalCode | accounts, other | Salesforce | BillingPostalCode, Billing Zip/Postal Code
        PostalCode | contacts | Salesforce | MailingPostalCode, Mailing Zip/Postal Code
        PostalCode | accounts, contacts, other, enrichment | | Postal Code, Zip, Zip Code, Zip/Postal Code, Postcode, Company Zip Code?, Company Postal Code?, HQ Post Code, PLZ?
        Region | accounts, contacts, users, other | | Region, Sales Region, Territory, Sales Territory, Account Region, Customer Region, Region Name, Geo?, Theater?, World Region?
        Phone | accounts | Salesforce | Phone, Account Phone, Main Phone
        Phone | contacts, users | Salesforce | Phone, MobilePhone?, Business Phone, Contact Phone, Home Phone??
        Phone | accounts, contacts, other | HubSpot | Phone Number, Phone, Mobile Phone Number?, Mobile Phone?
        Phone | contacts | Marketo | Phone Number, Mobile Phone Number?
        Phone | accounts, contacts, users, other | | Telephone, Telephone Number, Work Phone, Company Phone?, Mobile?, Direct Phone?, Fax??
        Phone | enrichment | ZoomInfo | Company HQ Phone, Direct Phone Number, Mobile phone?
        Phone | enrichment | Apollo | Company Phone, Corporate Phone, Work Direct Phone?, Mobile Phone?, Home Phone??, Other Phone??
        Phone | enrichment | | Phone, Phone Number, Telephone, Telephones?

        Segment | accounts, contacts, other | Salesforce | Customer_Tier__c, Tier__c, Segment__c, Account_Segment__c
        Segment | accounts, contacts, other | HubSpot | Ideal Customer Profile Tier?, hs_ideal_customer_profile?
        Segment | accounts, contacts, other | ChurnZero | Account Segment, Segment
        Segment | accounts, contacts, other | | Customer Segment, Account Tier, Market Segment, Company Segment, Size Segment, Sales Segment, Segment Name, Service Tier?, Support Tier?, CS Tier, Account Classification?, Customer Class?, Rating??
        LifecycleStage | accounts, contacts, other | HubSpot | Lifecycle Stage, lifecyclestage
        LifecycleStage | accounts, contacts, other | Gainsight | Lifecycle Stage, Stage?, Customer Lifecycle Stage
        LifecycleStage | contacts | Marketo | Person Status?, Lead Status?, Lifecycle Status
        LifecycleStage | accounts, contacts, other | | Lifecycle, Customer Stage, Journey Stage, Customer Lifecycle, Account Stage?, Lifecycle Phase, Contact Stage?
        AccountType | accounts, other | Salesforce | Type, Account Type
        AccountType | accounts, other | HubSpot | Type, Company Type
        AccountType | accounts, other | Gainsight | Status?, Customer Type
        AccountType | accounts, other | | Account Status, Customer Status, Relationship Type?, Relationship?, Company Status?, Record Type??, Churn Status?
        HealthScore | accounts, other | Gainsight | Current Score, Overall Score, Scorecard Score
        HealthScore | accounts, other | ChurnZero | ChurnScore, Primary ChurnScore, Churn Score
        HealthScore | accounts, other | Vitally | healthScore
        HealthScore | accounts, other | | Health, Customer Health, Account Health, Overall Health, Customer Health Score, Health Rating?, Health Status?, Current Health?
        Technology | accounts, other | HubSpot | Web Technologies
        Technology | accounts, other | | Technologies, Technology, Tech Stack, Technology Stack, CRM Platform?, Platform?, Primary Technology, Primary Platform, Core Platform?
        Technology | enrichment | Apollo | Technologies
        Technology | enrichment | Clearbit | tech, techCategories?
        Technology | enrichment | BuiltWith | Technology, Technologies, Technology Name
        Technology | enrichment | HG Insights | Product, Product Name, Vendor??
        Technology | enrichment | | Tech Stack, Technology Stack, Platform?

        ParentAccountId | accounts | Salesforce | ParentId, Parent Account ID, Parent Account: Account ID, Parent Account?
        ParentAccountId | accounts | HubSpot | hs_parent_company_id, Parent Company ID, Parent Company?
        ParentAccountId | accounts | Gainsight | Parent Company GSID, Parent Company?
        ParentAccountId | accounts | ChurnZero | Parent Account External Id
        ParentAccountId | accounts | | Ultimate Parent ID?, Parent Customer ID, Parent?
        OwnerId | accounts, contacts, other | Salesforce | OwnerId, Account Owner ID, Contact Owner ID
        OwnerId | accounts, contacts, other | HubSpot | hubspot_owner_id, HubSpot Owner ID
        OwnerId | accounts, contacts, other | Gainsight | CSM ID, CSM GSID
        OwnerId | accounts, contacts, other | Vitally | csmId, accountExecutiveId??
        OwnerId | accounts, contacts, other | | Customer Success Manager ID, Account Manager ID?, Owner User ID
        OwnerName | accounts, other | Salesforce | Account Owner, Owner.Name, Owner: Full Name, Account Owner: Full Name
        OwnerName | contacts | Salesforce | Contact Owner, Owner.Name, Account Owner?
        OwnerName | accounts, contacts, other | HubSpot | Company Owner, Contact Owner
        OwnerName | accounts, contacts, other | Gainsight | CSM, CSM Name
        OwnerName | accounts, contacts, other | ChurnZero | Owner, Account Owner Name
        OwnerName | accounts, contacts, other | | Owner Name, Customer Success Manager, CSM Owner, Account Manager?, Account Executive??, Owner Full Name, Owner Email??

        CreatedDate | any | Salesforce | CreatedDate
        CreatedDate | any | HubSpot | Create Date, hs_createdate
        CreatedDate | any | Marketo | Created At
        CreatedDate | any | Vitally | createdAt
        CreatedDate | any | | Created, Date Created, Created On, Creation Date, Account Created Date, Date Entered?, Record Created Date, Object Created Date
        ModifiedDate | any | Salesforce | LastModifiedDate, SystemModstamp?
        ModifiedDate | any | HubSpot | hs_lastmodifieddate, Last Modified Date
        ModifiedDate | any | Marketo | Updated At
        ModifiedDate | any | Vitally | updatedAt
        ModifiedDate | any | Gainsight | Modified Date
        ModifiedDate | any | | Last Modified, Date Modified, Last Updated, Last Update Date, Last Updated Date, Modified, Modified On, Updated, Updated On, Enriched At, Enrichment Date, Enriched On, Object Last Modified Date
        LastActivityDate | accounts, contacts, users, other | Salesforce | LastActivityDate, Last Activity, LastViewedDate??
        LastActivityDate | accounts, contacts, other | HubSpot | notes_last_updated, Last Activity Date, hs_last_sales_activity_date?, hs_last_sales_activity_timestamp?, Last Engagement Date?, Last Contacted?, notes_last_contacted?
        LastActivityDate | contacts | Marketo | Last Interesting Moment Date, lastActivityDate
        LastActivityDate | accounts, contacts, other | ChurnZero | Last Activity, Last Activity Date
        LastActivityDate | accounts, contacts, other | Vitally | lastSeenTimestamp, Last Seen
        LastActivityDate | accounts, contacts, users, other | | Last Seen At, Last Touch Date, Last Login?, Last Login Date?, Last Activity At
        StartDate | accounts, arr_history, other | Salesforce | SBQQ__StartDate__c, SBQQ__SubscriptionStartDate__c, Contract Start Date
        StartDate | accounts, arr_history, other | Gainsight | Original Contract Date
        StartDate | accounts, arr_history, other | | Start Date, Subscription Start Date, Subscription Start, Customer Since, Contract Start, Term Start Date, Term Start, Service Start Date, Starts On, Effective Date?, First Contract Date, Started At?
        EndDate | accounts, arr_history, other | Salesforce | SBQQ__EndDate__c, SBQQ__SubscriptionEndDate__c, Contract End Date
        EndDate | accounts, arr_history, other | | End Date, Subscription End Date, Subscription End, Contract End, Term End Date, Term End, Service End Date, Expiration Date, Expiry Date, Ends On, Ended At?
        RenewalDate | accounts, arr_history, other | Gainsight | Renewal Date
        RenewalDate | accounts, arr_history, other | ChurnZero | Next Renewal Date
        RenewalDate | accounts, arr_history, other | Vitally | nextRenewalDate
        RenewalDate | accounts, arr_history, other | | Contract Renewal Date, Next Renewal, Upcoming Renewal Date, Renewal
        ChurnDate | accounts, arr_history, other | Vitally | churnedAt
        ChurnDate | accounts, arr_history, other | | Churn Date, Churned Date, Churned On, Cancellation Date, Cancelled Date?, Canceled At?, Cancelled At?, Termination Date?
        Period | arr_history, engagement | Marketo | Activity Date, Activity Date Time
        Period | arr_history, engagement | | Month, Period, Snapshot Date, Snapshot Month, Snapshot, Period Start, Period Start Date, Month Start, As Of Date, As Of, Year Month, Reporting Month, Reporting Period, Calendar Month, Billing Month, Usage Month, Usage Date, Event Date, Month End, Period End?, Period End Date?, Week, Week Start, Day, Date?, Quarter?, Timestamp?, Event Time?, Occurred At?, Event Timestamp?

        ContactId | contacts | Salesforce | Id, Contact ID, Contact ID (18), 18 Digit Contact ID, Lead ID
        ContactId | contacts | HubSpot | Record ID, Record ID - Contact, hs_object_id, Contact ID, vid
        ContactId | contacts | Marketo | Id, Person ID, Marketo Person ID, Lead ID
        ContactId | contacts | Gainsight | Person ID
        ContactId | contacts | ChurnZero | Contact External Id, External Id?
        ContactId | contacts | Vitally | externalId?, userId?
        ContactId | engagement, other | | Contact ID, Person ID, Lead ID, Marketo Person ID, WhoId?, Contact External Id, User ID?
        ContactId | enrichment | | CRM Contact ID, Salesforce Contact ID, SFDC Contact ID, Contact ID?
        RecordId | arr_history | | Subscription ID, Subscription Number, Contract ID, Contract Number?, Subscription Name??, Order ID?, Line Item ID?, Row ID, Record ID?, Id?, Invoice ID??
        RecordId | engagement | | Event ID, Activity ID, Row ID, Record ID?, Id?, Marketo GUID
        RecordId | enrichment | ZoomInfo | ZoomInfo Company ID, ZoomInfo Contact ID?
        RecordId | enrichment | Apollo | Apollo Account Id, Apollo Contact Id?
        RecordId | enrichment | Crunchbase | uuid, Organization Name URL??
        RecordId | enrichment | PitchBook | PBId, Company ID
        RecordId | enrichment | HG Insights | HG ID, HG Company ID
        RecordId | enrichment | Clearbit | Clearbit ID, id?
        RecordId | other | | Opportunity ID, Deal ID, Case ID, Ticket ID, Id??, Record ID??, Row ID?

        FirstName | contacts, users, enrichment, other | | First Name, Given Name, Forename, Vorname?
        LastName | contacts, users, enrichment, other | | Last Name, Surname, Family Name, Nachname?
        FullName | contacts | | Full Name, Contact Name, Person Name, Name
        FullName | users | | Full Name, Name, User Name?, User Full Name, Owner Name, User?
        FullName | enrichment | | Full Name, Contact Name, Person Name
        Email | contacts, users, enrichment, engagement, other | Salesforce | Email
        Email | contacts, users, enrichment, engagement, other | HubSpot | Email
        Email | contacts, enrichment, engagement, other | Marketo | Email Address
        Email | contacts, users, enrichment, engagement, other | | E-mail, E-mail Address, Work Email, Business Email, Contact Email, Primary Email, Person Email, User Email, Owner Email?, Additional Email Addresses??, Secondary Email??, Personal Email??
        Email | accounts | | Billing Email??, Company Email?, Contact Email??
        Title | contacts, users, enrichment | Salesforce | Title
        Title | contacts, users, enrichment, other | HubSpot | Job Title
        Title | contacts, users, enrichment, other | | Contact Title, Position?, Job Position?, Persona Title?, Role Title?
        Level | contacts, enrichment | Salesforce | Level__c
        Level | contacts, enrichment | ZoomInfo | Management Level
        Level | contacts, enrichment | Apollo | Seniority
        Level | contacts, enrichment, other | | Seniority Level, Job Level, Job Seniority, Level, Contact Level, Career Level?, Persona Level?
        Department | contacts, users, enrichment | Salesforce | Department
        Department | contacts, enrichment | ZoomInfo | Job Function, Department
        Department | contacts, enrichment | Apollo | Departments, Sub Departments??
        Department | contacts, users, enrichment, other | | Function, Job Department, Job Role??
        LeadSource | contacts, accounts, other | Salesforce | Lead Source
        LeadSource | contacts, accounts, other | HubSpot | Original Source, Original Traffic Source, hs_analytics_source, Latest Source??, Original Source Type
        LeadSource | contacts, other | Marketo | Person Source, Lead Source, Original Source Type?
        LeadSource | contacts, other | | Source?, Acquisition Source, Contact Source?, Acquisition Channel?
        Bounced | contacts | Salesforce | IsEmailBounced, Email Bounced Date, Email Bounced Reason?
        Bounced | contacts | HubSpot | hs_email_bounce, Email Hard Bounce Reason, hs_email_hard_bounce_reason_enum, Marketing emails bounced
        Bounced | contacts | Marketo | Email Invalid, Email Invalid Cause?, Email Suspended??
        Bounced | contacts, enrichment | | Bounced, Email Bounced, Hard Bounced, Has Bounced, Bounce Reason?, Bounce Date?, Email Status??
        OptOut | contacts | Salesforce | HasOptedOutOfEmail, Email Opt Out
        OptOut | contacts | HubSpot | Unsubscribed from all email, hs_email_optout, Opted out of all email
        OptOut | contacts | Marketo | Unsubscribed
        OptOut | contacts | ChurnZero | Marketing Email Unsubscribed
        OptOut | contacts | | Opt Out, Opted Out, Email Opted Out, Do Not Email, Do Not Contact?, Email Optout
        Usage | engagement | | Logins, Login Count, Number of Logins, Active Users, Monthly Active Users, Weekly Active Users, Daily Active Users, MAU, WAU?, DAU?, Usage, Usage Count, Events, Event Count, Total Events, Sessions, Session Count, Page Views?, Active Days?, Feature Usage?, Opens??, Clicks??, Emails Opened??, Email Opens??, Count??, Quantity??
        UserId | users | Salesforce | Id, User ID, User ID (18)
        UserId | users | HubSpot | Owner ID, hubspot_owner_id, HubSpot Owner ID, id
        UserId | users | Gainsight | GSID, User GSID
        UserId | users | | Record ID, CSM ID, Employee ID?
        IsActive | users | Salesforce | IsActive, Active
        IsActive | accounts | ChurnZero | Is Active
        IsActive | users, accounts, contacts | | User Active, Active Flag, Is Active, Active?, User Status?, Archived??, Status??

        - | users | Salesforce | Username, Alias, ProfileId, Profile.Name, Profile, Profile: Name, UserRoleId, UserRole.Name, Role: Name, ManagerId, UserType, Last Login
        - | users | HubSpot | Team, Primary Team, Seat Type, Permission Set
        - | users | | User Role, User Type, User Profile, Role?, Manager?, Quota?
        - | accounts | Salesforce | AccountSource, Account Source, Account Number, Ownership, SicDesc, TickerSymbol, Record Type ID, MasterRecordId, JigsawCompanyId
        - | accounts | HubSpot | Number of Associated Contacts, num_associated_contacts, hs_num_open_deals, Number of Open Deals, Is Public, is_public, Number of child companies, First Deal Created Date, Recent Deal Amount, Total open deal value
        - | accounts | Gainsight | Lifecycle in Weeks, Customer Lifetime in Months, Lifetime in Months, Previous Score, Scorecard, Onetime Revenue, CSM First Name, CSM Last Name, Is Converted, NPS
        - | accounts | ChurnZero | License Count, Licenses, Success Team, Urgency Score, Total Contract Value, Is In Onboarding, ChurnScore Trend, Account Team
        - | accounts | Vitally | firstSeenTimestamp, npsScore, usersCount, trialEndDate, mrrTrend, keyRoles, npsDetractorCount, npsPromoterCount
        - | contacts | Salesforce | ReportsToId, Reports To, MailingStreet?, HasOptedOutOfFax, DoNotCall, Assistant Name, Salutation, EmailBouncedReason
        - | contacts | HubSpot | Marketing contact status, hs_marketable_status, Number of times contacted, num_contacted_notes, First Conversion, Recent Conversion, Number of Form Submissions, Number of Page Views, HubSpot Score, Contact Score, hs_lead_status, Became a Lead Date
        - | contacts | Marketo | Person Score, Behavior Score, Demographic Score, Acquisition Program, SFDC Type, SFDC Id, Marketing Suspended, Black Listed, Unsubscribed Reason, Acquisition Date, Urgency, Priority, Inferred Company
        - | engagement | Marketo | Activity Type, Activity Type ID, Primary Attribute Value, Campaign ID, Campaign Run ID
        - | engagement | | Event Type, Event Name, Event, Feature, Feature Name, Page Visits, Email Clicks, Campaign Name?
        - | arr_history | Salesforce | SBQQ__Product__c, SBQQ__Quantity__c, SBQQ__Contract__c, SBQQ__NetPrice__c
        - | arr_history | | New ARR, Expansion ARR, Contraction ARR, Churned ARR, Starting ARR, New MRR, Expansion MRR, Churned MRR, Plan, Plan Name, Billing Frequency, Auto Renew, Term Months, Movement
        - | enrichment | ZoomInfo | ZoomInfo Company Profile URL, ZoomInfo Contact Profile URL, Employee Range, All Industries, All Sub-Industries, Contact Accuracy Score, Certified Active Company, Fortune Rank, SIC Code 1, NAICS Code 1, Query Name, Location Count, Ticker, Founded Year, Company Division Name, Ownership Type
        - | enrichment | Apollo | Company Name for Emails, Email Confidence, Email Status, Primary Email Source, SEO Description, Short Description, Latest Funding, Latest Funding Amount, Last Raised At, Total Funding, Number of Retail Locations, Keywords, Account Stage, Email Sent, Email Bounced, Replied, Demoed, Subsidiary of
        - | enrichment | Clearbit | category.subIndustry, category.industryGroup, metrics.raised, metrics.marketCap, metrics.alexaGlobalRank, metrics.trafficRank, domainAliases, emailProvider, foundedYear, site.title, tags, fuzzy, indexedAt, geo.subPremise, crunchbase.handle, company_metrics_raised
        - | enrichment | Clay | Enrich Company, Enriched Company, Find Work Email, Enrich Person, Validate Email, Company Table Data, Lookup Company, Clay Row ID, Employee Count Waterfall, Find Company Domain
        - | enrichment | BuiltWith | Location on Site, Tech Spend USD, Technology Spend, First Detected, Last Found, First Indexed, Last Indexed, Quantcast, Alexa, Tranco, Page Rank, Majestic, Umbrella, Compliance, Exclusion
        - | enrichment | HG Insights | Product Category, Category Group, Intensity, Product Intensity, Date First Verified, Date Last Verified, First Verified Date, Last Verified Date, IT Spend, Vendor Name, HG Insights URL, Signal Score
        - | enrichment | PitchBook | Company Former Name, Company Legal Name, Company Financing Status, Ownership Status, Business Status, Total Raised, Last Financing Date, Last Financing Size, Last Financing Deal Type, Last Known Valuation, Active Investors, Year Founded, HQ Location, Verticals, View Company Online
        - | enrichment | Crunchbase | Headquarters Location, CB Rank (Company), CB Rank (Organization), Number of Funding Rounds, Total Funding Amount, Total Funding Amount Currency (in USD), Last Funding Date, Last Funding Type, Founded Date, Operating Status, cb_url, total_funding_usd, num_funding_rounds, funding_total_usd, founded_on, Number of Investors
        - | enrichment | | Provider, Match Confidence, Match Status, Match Score, Enrichment Status, Data Provider
        - | other | Salesforce | Opportunity Name, StageName, CloseDate, Probability, Probability (%), Forecast Category, ForecastCategoryName, Next Step, Case Number, IsWon, IsClosed, Campaign Member Status
        - | other | HubSpot | Deal Name, dealname, Deal Stage, dealstage, Pipeline, Ticket ID, Ticket Name, Ticket status, Deal ID

        personal | any | | Billing Street, Mailing Street, Street, Street Address, Address, Address Line 1, Address Line 2, Billing Address, Mailing Address, Parent Account, Parent Company, Parent Account Name, LinkedIn URL, LinkedIn, Person Linkedin Url, Company Linkedin Url, LinkedIn Company Page, Twitter Handle, Facebook Company Page, Username, Alias, Reports To, Manager, Assistant Name, CSM First Name, CSM Last Name, Created By, Last Modified By, Inferred Company, Company Former Name, Company Legal Name, Legal Name, Company Name for Emails, Birthdate, Nickname
        """;

    /// <summary>Gets every line of the catalogue, one entry a header.</summary>
    public static ImmutableArray<HeaderEntry> Entries { get; } = [.. Lines.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).SelectMany(Parse)];

    /// <summary>Gets the entries by header key.</summary>
    public static FrozenDictionary<string, ImmutableArray<HeaderEntry>> ByKey { get; } =
        Entries.GroupBy(e => e.Key, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>Gets the systems that the catalogue knows, in order of first mention.</summary>
    public static ImmutableArray<string> Systems { get; } = [.. Entries.Select(e => e.System).OfType<string>().Distinct()];

    /// <summary>Returns the headers that were looked for, surest first, without repeating one that differs only in spelling.</summary>
    public static IEnumerable<string> HeadersFor(Role role, EntityKind kind) => Entries
        .Where(e => e.Role == role && e.Kinds.Contains(kind)).OrderBy(e => e.Strength).DistinctBy(e => e.Key).Select(e => e.Header);

    private static IEnumerable<HeaderEntry> Parse(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        var role = Enum.TryParse<Role>(parts[0], out var named) ? named : (Role?)null;
        var kinds = parts[1] == "any" ? [.. Enum.GetValues<EntityKind>()]
            : parts[1].Split(',', StringSplitOptions.TrimEntries).Select(SnakeName.Parse<EntityKind>).Select(k => k!.Value).ToImmutableArray();
        foreach (var written in parts[3].Split(',', StringSplitOptions.TrimEntries))
        {
            var header = written.TrimEnd('?');
            yield return new HeaderEntry(header, HeaderKey.Of(header), role, kinds, parts[2].Length == 0 ? null : parts[2],
                (HeaderStrength)(written.Length - header.Length), parts[0] == "personal");
        }
    }
}
