using Microsoft.AspNetCore.Http;
using Workflows.Process.Decisions;
using Workflows.Process.Definitions;
using Workflows.Reviews.Ports;
using Workflows.Reviews.Scanning;
using Workflows.Web.Api.Documents;
using Workflows.Web.Api.Input;
using Workflows.Web.Pages.Parts;

namespace Workflows.Web.Pages.Reviews;

/// <summary>Makes commands out of forms, by what the definition says of the item alone.</summary>
internal sealed class ActionForms(DocumentIntake intake)
{
    private static readonly string NoHash = new('0', 64);

    /// <summary>The command, or null where the form cannot be one; what is wrong is then among the errors.</summary>
    public async Task<ReviewCommand?> CommandAsync(
        ReviewView view, string item, PageForm form, Dictionary<string, string> errors, CancellationToken stop)
    {
        var state = view.State.Items.GetValueOrDefault(item);
        var definition = state is null
            ? view.Actions.FirstOrDefault(action => action.Item.Id == item)?.Definition : view.DefinitionOf(state);
        if (definition is DocumentDefinition)
        {
            return await DocumentAsync(view, item, form.File, errors, stop);
        }

        var facts = FactAnswers.Read(definition?.Ask ?? [], form.Text, errors);
        ReviewCommand command = definition switch
        {
            ApprovalDefinition => Approval(item, form, errors),
            DecisionDefinition => Decision(item, form, facts, errors),
            _ => new CompleteTask(item, facts, form.Text("note")),
        };
        if (errors.Count > 0)
        {
            // What the rules say of the other fields is told at once, not one problem at a time.
            AddOthers(view, command, errors);
            return null;
        }

        return command;
    }

    private static GiveApproval Approval(string item, PageForm form, Dictionary<string, string> errors)
    {
        var answer = form.Text("answer");
        if (answer is not ("approve" or "reject"))
        {
            errors["answer"] = "Select whether you approve or reject";
        }

        // Without an answer it is not sent; a reason is not asked for then.
        return new GiveApproval(
            item, answer != "reject", form.Text("reason"), int.TryParse(form.Text("version"), out var version) ? version : null);
    }

    private static MakeDecision Decision(
        string item, PageForm form, Dictionary<string, FactInput> facts, Dictionary<string, string> errors)
    {
        var outcome = form.Text("outcome");
        if (outcome is null)
        {
            errors["outcome"] = "Select what was decided";
        }

        return new MakeDecision(item, outcome ?? string.Empty, form.Text("rationale"), facts);
    }

    private async Task<ReviewCommand?> DocumentAsync(
        ReviewView view, string item, IFormFile? file, Dictionary<string, string> errors, CancellationToken stop)
    {
        if (file is null || file.Length == 0)
        {
            errors["file"] = file is null ? "Select a file" : "The selected file is empty";
            return null;
        }

        var type = UploadName.TypeOf(file.ContentType);
        var name = UploadName.Clean(file.FileName);
        var command = new StoreDocument(item, NoHash, Bytes: 1, type, name.Length == 0 ? UploadName.Usual(item, type) : name);

        // What would be refused whatever the bytes are is refused before they are kept.
        if (Decide.On(view.State, command, new Caller(view.User, view.Roles), view.Context) is Verdict.Refused refused)
        {
            foreach (var (field, problem) in Refused.Errors(refused.Refusal))
            {
                errors[field] = problem;
            }

            return null;
        }

        if (file.Length > IDocumentStore.MaximumBytes)
        {
            errors["file"] = $"The selected file must be smaller than {IDocumentStore.MaximumBytes / (1024 * 1024)} MB";
            return null;
        }

        await using var upload = file.OpenReadStream();
        if (await UploadContent.DocumentAsync(upload, stop) is not { } content)
        {
            errors["file"] = UploadContent.NoDocument.Detail;
            return null;
        }

        try
        {
            var stored = await intake.TakeAsync(view.File.Id, item, view.User, content, stop);
            return command with { Sha256 = stored.Sha256, Bytes = stored.Bytes };
        }
        catch (DocumentNotCleanException)
        {
            errors["file"] = UploadContent.NotClean.Detail;
            return null;
        }
    }

    private static void AddOthers(ReviewView view, ReviewCommand command, Dictionary<string, string> errors)
    {
        if (Decide.On(view.State, command, new Caller(view.User, view.Roles), view.Context) is Verdict.Refused { Refusal.Fields: { Count: > 0 } fields })
        {
            foreach (var (field, problem) in fields)
            {
                errors.TryAdd(field, Say.Plain(problem));
            }
        }
    }
}
