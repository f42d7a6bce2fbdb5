#include "cli/story/story_forms.hpp"

#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include <axray/version.hpp>

#include "base/compact_json.hpp"
#include "base/files.hpp"
#include "cli/terminal.hpp"
#include "report/story_html.hpp"
#include "report/story_json.hpp"
#include "report/story_text.hpp"

namespace axray::cli {
namespace {

Result<base::Output> open_output(const std::string& path) {
    return path.empty() ? Result<base::Output>(base::Output::standard()) : base::Output::to_file(path);
}

// Forms that go to one file or to standard output.
class OneOutput : public StoryForm {
public:
    explicit OneOutput(base::Output output) : output_(std::move(output)) {}

protected:
    Result<bool> write(std::string_view text) {
        if (auto written = output_.write(text); !written) return fail(std::move(written).error());
        return true;
    }
    Result<bool> close() {
        if (auto finished = output_.finish(); !finished) return fail(std::move(finished).error());
        return true;
    }

private:
    base::Output output_;
};

// The list of all stories stands first, so that the texts wait for it.
class TextForm final : public OneOutput {
public:
    TextForm(base::Output output, const report::StoryTextOptions& options)
        : OneOutput(std::move(output)), options_(options) {}

    [[nodiscard]] Result<std::string> render(const StoryReport& story) const override {
        return report::render_story_text(story, options_);
    }
    [[nodiscard]] Result<bool> add(std::string rendered) override {
        texts_.push_back(std::move(rendered));
        return true;
    }
    [[nodiscard]] Result<bool> finish(const StoryRun& run) override {
        auto all = run.stories;
        all.insert(all.end(), run.listed.begin(), run.listed.end());
        if (all.size() > 1) {
            if (auto written = write(report::render_story_list(all, options_) + "\n"); !written) return written;
        }
        for (std::size_t number = 0; number < texts_.size(); ++number) {
            const auto rule = number == 0 ? std::string() : "\n" + std::string(options_.width, '=') + "\n\n";
            if (auto written = write(rule + texts_[number]); !written) return written;
        }
        return close();
    }

private:
    report::StoryTextOptions options_;
    std::vector<std::string> texts_;
};

void write_listed(const report::StorySummary& story, base::CompactJson& json) {
    json.begin('{').member("id").string(story.id).member("headline").string(story.headline);
    json.member("reports").number(story.reports).member("first_day").string(story.first_day);
    json.member("last_day").string(story.last_day).end('}');
}

class JsonForm final : public OneOutput {
public:
    using OneOutput::OneOutput;

    [[nodiscard]] Result<std::string> render(const StoryReport& story) const override {
        return report::render_story_json(story);
    }
    [[nodiscard]] Result<bool> add(std::string rendered) override {
        while (!rendered.empty() && rendered.back() == '\n') rendered.pop_back();
        auto before = std::exchange(begun_, true) ? std::string(",\n") : head();
        return write(before + rendered);
    }
    [[nodiscard]] Result<bool> finish(const StoryRun& run) override {
        base::CompactJson listed;
        listed.begin('[');
        for (const auto& story : run.listed) write_listed(story, listed);
        listed.end(']');
        base::CompactJson unreadable;
        unreadable.begin('[');
        for (const auto& one : run.unreadable) {
            unreadable.begin('{').member("id").string(one.id).member("reason").string(one.reason).end('}');
        }
        unreadable.end(']');
        const auto before = begun_ ? std::string() : head();
        if (auto written = write(before + "\n],\n\"listed\":" + std::move(listed).take() +
                                 ",\n\"unreadable\":" + std::move(unreadable).take() + "}\n");
            !written)
            return written;
        return close();
    }

private:
    static std::string head() {
        return R"({"format":"axray-stories","format_version":1,"program":{"name":"axray","version":")" +
               std::string(kVersion) + R"("},"stories":[)" + "\n";
    }
    bool begun_ = false;
};

class LinesForm final : public OneOutput {
public:
    using OneOutput::OneOutput;

    [[nodiscard]] Result<std::string> render(const StoryReport& story) const override {
        return report::story_json_line(story);
    }
    [[nodiscard]] Result<bool> add(std::string rendered) override { return write(rendered); }
    [[nodiscard]] Result<bool> finish(const StoryRun&) override { return close(); }
};

class PageForm final : public OneOutput {
public:
    using OneOutput::OneOutput;

    [[nodiscard]] Result<std::string> render(const StoryReport& story) const override {
        return report::render_story_html(story);
    }
    [[nodiscard]] Result<bool> add(std::string rendered) override { return write(rendered); }
    [[nodiscard]] Result<bool> finish(const StoryRun&) override { return close(); }
};

// A page for each story and an index.
class FolderForm final : public StoryForm {
public:
    explicit FolderForm(std::string folder) : folder_(std::move(folder)) {}

    [[nodiscard]] std::string file_of(const StoryReport& story) const override { return "story-" + story.id + ".html"; }
    [[nodiscard]] Result<std::string> render(const StoryReport& story) const override {
        if (auto written = write(file_of(story), report::render_story_html(story)); !written)
            return fail(std::move(written).error());
        return std::string();
    }
    [[nodiscard]] Result<bool> add(std::string) override { return true; }
    [[nodiscard]] Result<bool> finish(const StoryRun& run) override {
        auto all = run.stories;
        all.insert(all.end(), run.listed.begin(), run.listed.end());
        return write("index.html", report::render_stories_index_html(all, kVersion));
    }

private:
    [[nodiscard]] Result<bool> write(const std::string& name, const std::string& page) const {
        auto output = base::Output::to_file(folder_ + "/" + name);
        if (!output) return fail(std::move(output).error());
        if (auto written = output->write(page); !written) return fail(std::move(written).error());
        if (auto finished = output->finish(); !finished) return fail(std::move(finished).error());
        return true;
    }
    std::string folder_;
};

Result<std::unique_ptr<StoryForm>> make_folder_form(const std::string& folder) {
    std::error_code fault;
    std::filesystem::create_directories(folder, fault);
    if (fault) return fail(Error{ErrorCode::unwritable, "cannot make the folder: " + fault.message(), {folder}});
    return std::unique_ptr<StoryForm>(std::make_unique<FolderForm>(folder));
}

}  // namespace

Result<std::unique_ptr<StoryForm>> make_story_form(const StoryArguments& arguments, std::size_t stories) {
    const auto& path = arguments.output;
    if (arguments.format == StoryFormat::html) {
        if (!path.empty() && (path.back() == '/' || base::is_folder(path))) return make_folder_form(path);
        if (stories != 1) {
            return fail(ErrorCode::invalid_usage,
                        "the reports are of " + std::to_string(stories) +
                            " stories, each a page of its own: expected --output FOLDER/, or --one-story");
        }
    }
    auto output = open_output(path);
    if (!output) return fail(std::move(output).error());
    switch (arguments.format) {
        case StoryFormat::json: return std::unique_ptr<StoryForm>(std::make_unique<JsonForm>(*std::move(output)));
        case StoryFormat::json_lines:
            return std::unique_ptr<StoryForm>(std::make_unique<LinesForm>(*std::move(output)));
        case StoryFormat::html: return std::unique_ptr<StoryForm>(std::make_unique<PageForm>(*std::move(output)));
        case StoryFormat::text: break;
    }
    const auto place = path.empty() ? Destination::standard_output : Destination::file;
    report::StoryTextOptions options;
    options.width = text_width(arguments.width, place);
    options.color = shows_colors(arguments.color, place) ? report::TerminalColor::ansi : report::TerminalColor::none;
    options.detail = arguments.detail;
    return std::unique_ptr<StoryForm>(std::make_unique<TextForm>(*std::move(output), options));
}

}  // namespace axray::cli
