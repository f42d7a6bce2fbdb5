#include <cstdlib>

#include "registers/store/store.hpp"

namespace axray::registers {

std::string default_folder() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string(value != nullptr ? value : "");
    };
    if (auto folder = variable("AXRAY_REGISTERS"); !folder.empty()) return folder;
    if (const auto data = variable("XDG_DATA_HOME"); !data.empty()) return data + "/axray/registers";
    if (const auto home = variable("HOME"); !home.empty()) return home + "/.local/share/axray/registers";
    return {};
}

}  // namespace axray::registers
