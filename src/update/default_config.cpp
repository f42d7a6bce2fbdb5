#include "update/update_config.hpp"

namespace axray::update {

namespace {

constexpr std::string_view kDefault = R"({
  "lists": [
    {
      "list": "ofac-sdn",
      "addresses": ["https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN.XML"],
      "form": "OFAC XML",
      "largest_size": 200000000,
      "least_entries": 10000
    },
    {
      "list": "ofac-consolidated",
      "addresses": ["https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/CONSOLIDATED.XML"],
      "form": "OFAC XML",
      "largest_size": 50000000,
      "least_entries": 200
    },
    {
      "list": "un",
      "addresses": ["https://scsanctions.un.org/resources/xml/en/consolidated.xml"],
      "form": "UN XML",
      "largest_size": 50000000,
      "least_entries": 500
    },
    {
      "list": "uk",
      "addresses": ["https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml"],
      "form": "UK XML",
      "largest_size": 200000000,
      "least_entries": 2000
    },
    {
      "list": "eu-fsf",
      "addresses": ["https://webgate.ec.europa.eu/fsd/fsf/public/files/)"
                                      R"(xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw"],
      "form": "EU XML",
      "largest_size": 200000000,
      "least_entries": 2000
    },
    {
      "list": "attack",
      "addresses": ["https://raw.githubusercontent.com/mitre-attack/attack-stix-data/master/)"
                                      R"(enterprise-attack/enterprise-attack.json"],
      "form": "STIX",
      "largest_size": 200000000,
      "least_entries": 1000
    },
    {
      "list": "misp-threat-actor",
      "addresses": ["https://raw.githubusercontent.com/MISP/misp-galaxy/main/clusters/threat-actor.json"],
      "form": "MISP galaxy",
      "largest_size": 50000000,
      "least_entries": 500
    },
    {
      "list": "misp-microsoft-activity-group",
      "addresses": ["https://raw.githubusercontent.com/MISP/misp-galaxy/main/clusters/microsoft-activity-group.json"],
      "form": "MISP galaxy",
      "largest_size": 20000000,
      "least_entries": 80
    },
    {
      "list": "cisa-kev",
      "addresses": ["https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json"],
      "form": "CISA KEV",
      "largest_size": 50000000,
      "least_entries": 800
    }
  ]
}
)";

}  // namespace

std::string_view default_config_text() { return kDefault; }

}  // namespace axray::update
