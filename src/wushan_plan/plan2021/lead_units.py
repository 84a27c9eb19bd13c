"""The seventeen lead units (牵头单位), as printed in the section headings, in order of first mention."""

from wushan_plan.model.plan import LeadUnit

MARKET_REGULATION = LeadUnit(
    "market-regulation", "县市场监管局", "County Administration for Market Regulation"
)
URBAN_MANAGEMENT = LeadUnit("urban-management", "县城管局", "County Urban Management Bureau")
ECONOMY_INFORMATION = LeadUnit(
    "economy-information", "县经济信息委", "County Commission of Economy and Information Technology"
)
STATE_GRID = LeadUnit("state-grid", "国网巫山供电公司", "State Grid Wushan Power Supply Company")
SANXIAFENG_GAS = LeadUnit("sanxiafeng-gas", "三峡风天然气有限责任公司", "Sanxiafeng Natural Gas Co., Ltd.")
DINGCHENG_WATER = LeadUnit("dingcheng-water", "鼎诚水务有限责任公司", "Dingcheng Water Co., Ltd.")
FINANCE = LeadUnit("finance", "县财政局", "County Finance Bureau")
FINANCIAL_AFFAIRS = LeadUnit("financial-affairs", "县金融事务中心", "County Financial Affairs Centre")
DEVELOPMENT_REFORM = LeadUnit(
    "development-reform", "县发展改革委", "County Development and Reform Commission"
)
TENDERING = LeadUnit("tendering", "县招标投标事务中心", "County Tendering and Bidding Affairs Centre")
GOVERNMENT_SERVICES_OFFICE = LeadUnit(
    "government-services-office", "县政务服务管理办公室", "County Government Services Administration Office"
)
GOVERNMENT_SERVICES_CENTRE = LeadUnit(
    "government-services-centre", "县政务服务中心", "County Government Services Centre"
)
HOUSING_CONSTRUCTION = LeadUnit(
    "housing-construction", "县住房城乡建委", "County Commission of Housing and Urban-Rural Development"
)
PLANNING_RESOURCES = LeadUnit(
    "planning-resources", "县规划自然资源局", "County Bureau of Planning and Natural Resources"
)
TAXATION = LeadUnit("taxation", "巫山县税务局", "Wushan County Tax Service")
HUMAN_RESOURCES = LeadUnit(
    "human-resources", "县人力社保局", "County Bureau of Human Resources and Social Security"
)
COURT = LeadUnit("court", "县法院", "County People's Court")

LEAD_UNITS = (
    MARKET_REGULATION,
    URBAN_MANAGEMENT,
    ECONOMY_INFORMATION,
    STATE_GRID,
    SANXIAFENG_GAS,
    DINGCHENG_WATER,
    FINANCE,
    FINANCIAL_AFFAIRS,
    DEVELOPMENT_REFORM,
    TENDERING,
    GOVERNMENT_SERVICES_OFFICE,
    GOVERNMENT_SERVICES_CENTRE,
    HOUSING_CONSTRUCTION,
    PLANNING_RESOURCES,
    TAXATION,
    HUMAN_RESOURCES,
    COURT,
)
