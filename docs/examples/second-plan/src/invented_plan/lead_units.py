"""The lead units of the invented plan (虚构的牵头单位)."""

from wushan_plan.model.plan import LeadUnit

CIVIL_AFFAIRS = LeadUnit("invented-civil-affairs", "虚构县民政局", "Invented County Civil Affairs Bureau")
TRANSPORT = LeadUnit("invented-transport", "虚构县交通局", "Invented County Transport Bureau")
BUS_COMPANY = LeadUnit("invented-bus-company", "虚构县公交公司", "Invented County Bus Company")
LIBRARY = LeadUnit("invented-library", "虚构县图书馆", "Invented County Library")

LEAD_UNITS = (CIVIL_AFFAIRS, TRANSPORT, BUS_COMPANY, LIBRARY)
