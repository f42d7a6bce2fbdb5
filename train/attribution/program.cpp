#include "program.hpp"

#include <algorithm>
#include <array>
#include <iostream>
#include <iterator>

namespace axray::train {

std::vector<std::string> sets_not_to_pass_on() {
    return {"averitec", "faithbench", "anli_dev", "sick", "semi_automatic_nli"};
}

bool is_loose(std::string_view dataset) {
    static constexpr std::array<std::string_view, 10> kSets = {"check_covid",
                                                               "climate_fever",
                                                               "conflict_climate_fever",
                                                               "conflict_ramdocs",
                                                               "covidfact",
                                                               "factcheckgpt_stance",
                                                               "fm2",
                                                               "fnc1_stance",
                                                               "healthver",
                                                               "politihop"};
    return std::find(kSets.begin(), kSets.end(), dataset) != kSets.end();
}

Result<std::vector<Item>> read_folders(std::span<const std::string> folders, const std::vector<std::string>& left_out) {
    std::vector<Item> items;
    for (const std::string& folder : folders) {
        auto read = read_items(folder, left_out);
        if (!read) return fail(read.error());
        items.insert(items.end(), std::make_move_iterator(read->begin()), std::make_move_iterator(read->end()));
    }
    return items;
}

int report(const Error& error) {
    std::cerr << error.to_string() << '\n';
    return exit_status(error.code);
}

}  // namespace axray::train
