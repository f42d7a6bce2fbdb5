// Where the models are (options and surroundings -> folder).
//
// Source: own.
#pragma once

#include <string>

namespace axray::base {

// `chosen` when not empty; else the environment's AXRAY_MODELS; else share/axray/models beside the folder of the
// program or of the library, whichever exists. When none does, the one beside the program, so that an error can name
// it.
[[nodiscard]] std::string models_folder(const std::string& chosen);

}  // namespace axray::base
