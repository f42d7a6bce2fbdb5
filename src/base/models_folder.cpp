#include "base/models_folder.hpp"

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <dlfcn.h>

namespace axray::base {
namespace {

namespace fs = std::filesystem;

constexpr const char* kBeside = "../share/axray/models";

// The file that holds this very code: the library when it is one, else the program.
fs::path own_file() {
    Dl_info info{};
    if (::dladdr(reinterpret_cast<const void*>(&models_folder), &info) == 0 || info.dli_fname == nullptr) return {};
    return info.dli_fname;
}

fs::path program_file() {
    std::error_code error;
    return fs::read_symlink("/proc/self/exe", error);
}

// The models beside `file`, or one folder further up as in lib/x86_64-linux-gnu.
std::string models_beside(const fs::path& file) {
    std::error_code error;
    const auto folder = fs::weakly_canonical(file, error).parent_path();
    for (const auto& candidate : {folder / kBeside, folder / ".." / kBeside}) {
        if (!file.empty() && fs::is_directory(candidate, error)) return candidate.lexically_normal().string();
    }
    return {};
}

}  // namespace

std::string models_folder(const std::string& chosen) {
    if (!chosen.empty()) return chosen;
    if (const char* named = std::getenv("AXRAY_MODELS"); named != nullptr && *named != '\0') return named;
    for (const auto& file : {program_file(), own_file()}) {
        if (auto folder = models_beside(file); !folder.empty()) return folder;
    }
    return (program_file().parent_path() / kBeside).lexically_normal().string();
}

}  // namespace axray::base
