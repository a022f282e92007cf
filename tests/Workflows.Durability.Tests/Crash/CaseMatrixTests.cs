using System.Globalization;
using Workflows.Crash;
using Workflows.Durability.Tests.Support;
using Workflows.Durability.Tests.Trap;
using Workflows.Process.Decisions;

namespace Workflows.Durability.Tests.Crash;

/// <summary>
/// Claim: in a case of every command and every effect, a process that ends at any durable write, before the first byte of it or once it is
/// durable, leaves a folder in which the same command, given again, is done once, every letter is sent once, nothing that was answered is
/// missing, and the journals say what they say where nothing ended. Every such folder is looked at: a picture is taken of it at the write. Some
/// of the points are met by a real kill (SIGKILL) besides, all with WORKFLOWS_KILL_EVERY=1; WORKFLOWS_KILL_WRITES=1 kills in the midst of
/// every write of bytes as well.
/// </summary>
public sealed class CaseMatrixTests : IDisposable
{
    private static readonly int Every = Counts.Asked("WORKFLOWS_KILL_EVERY", usual: 13, inLong: 1);
    private static readonly int From = Counts.Asked("WORKFLOWS_KILL_FROM", usual: 0);
    private static readonly bool Within = Counts.Asked("WORKFLOWS_KILL_WRITES", usual: 0, inLong: 1) > 0;

    // Commands that the engine gives itself: each is the work of an effect or a wake of the case.
    private static readonly Type[] s_byTheEngine = [typeof(Advance), typeof(BeginLetter), typeof(RecordStart), typeof(HearOfLink), typeof(RecordTold), typeof(BeginScreening), typeof(RecordScreening), typeof(RecordScreeningDestroyed)];

    // The destruction of records comes years later, to a case that has ended: it has tests of its own.
    private static readonly Type[] s_elsewhere = [typeof(ApproveDestruction), typeof(BeginDestruction), typeof(RecordDestruction)];

    private readonly TemporaryFolder _folder = new();
    private readonly HashSet<Type> _given = [];
    private readonly List<(string Before, string Expected)> _steps = [];
    private int _folders;

    public void Dispose() => _folder.Dispose();

    [TrapFact]
    public async Task Ended_before_and_after_every_durable_write_of_every_command_and_effect_nothing_is_lost_or_doubled()
    {
        await UnharmedAsync();
        Assert.Empty(typeof(ReviewCommand).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ReviewCommand)) && !type.IsAbstract).Except(_given).Except(s_byTheEngine).Except(s_elsewhere));
        var points = await PicturesAsync();
        var kills = 0;
        for (var number = From; number < points.Count; number += Every, kills++)
        {
            await KillAsync(points[number].Step, points[number].Deed, points[number].At, WriteKinds.Durable);
        }

        for (var step = 0; Within && step < _steps.Count; step++)
        {
            for (var at = 1; await KillAsync(step, Deed.KillWithin, at, WriteKinds.Write); at++, kills++)
            {
            }
        }

        Counts.Tell($"Case matrix: {points.Count} kill points, before and after each durable write of {_steps.Count} steps with every command and effect: "
            + $"the folder looked at at each, and {kills} real kills; 0 answered commands lost, 0 done twice, 0 letters doubled, 0 reviews stuck.");
    }

    // How each step goes where nothing ends: the folder before it, and what the journals say after it.
    private async Task UnharmedAsync()
    {
        var folder = NewFolder();
        for (var step = 0; step < Work.Case.Count; step++)
        {
            var before = Copy(folder);
            await AgainAsync(folder, step, "where nothing ended");
            _steps.Add((before, await AgainAsync(folder, step, "done again")));
        }
    }

    // One run of the whole case, which leaves a picture at every point.
    private async Task<List<(int Step, Deed Deed, int At)>> PicturesAsync()
    {
        var (folder, pictures) = (NewFolder(), NewFolder());
        File.Delete(Path.Combine(pictures, "acknowledged"));
        using var trap = new TrapControl($"{folder}.trap", Path.Combine(folder, "data")) { Pictures = pictures };
        Assert.Equal(0, await CrashProcess.RunAsync(trap, folder, "whole-case"));
        var points = new List<(int Step, Deed Deed, int At)>();
        foreach (var picture in Directory.EnumerateDirectories(pictures).Order(StringComparer.Ordinal))
        {
            var step = int.Parse(await File.ReadAllTextAsync(Path.Combine(picture, Work.StepNote)), CultureInfo.InvariantCulture);
            var deed = picture.EndsWith("before", StringComparison.Ordinal) ? Deed.KillBeforeBytes : Deed.KillAfter;
            points.Add((step, deed, 1 + points.Count(point => point.Step == step && point.Deed == deed)));
            Assert.Equal(_steps[step].Expected, await AgainAsync(picture, step, $"{Work.Case[step].Name}, {Path.GetFileName(picture)}"));
            Directory.Delete(picture, recursive: true);
        }

        Assert.Equal(_steps.Count, points.Select(point => point.Step).Distinct().Count());
        return points;
    }

    // False where the step has no such write.
    private async Task<bool> KillAsync(int step, Deed deed, int at, WriteKinds kinds)
    {
        var folder = Copy(_steps[step].Before);
        using var trap = new TrapControl($"{folder}.trap", Path.Combine(folder, "data"));
        trap.Arm(deed, at, kinds);
        await CrashProcess.RunAsync(trap, folder, "case", step.ToString(CultureInfo.InvariantCulture));
        var where = $"{Work.Case[step].Name}, {deed} {at}, {trap.LastPlace}";
        Assert.True(trap.Fired == 1 || deed == Deed.KillWithin, $"{where}: the kill point was not met.");
        Assert.Equal(_steps[step].Expected, await AgainAsync(folder, step, where));
        Directory.Delete(folder, recursive: true);
        return trap.Fired == 1;
    }

    // The program is started again, the command is given again, and the folder is looked at from outside.
    private async Task<string> AgainAsync(string folder, int step, string where)
    {
        await using var work = new Work(Path.Combine(folder, "data"), Path.Combine(folder, "acknowledged"), isCase: true);
        try
        {
            await work.StepAsync(step);
        }
        catch (InvalidOperationException refused)
        {
            Assert.Fail($"{where}: {refused.Message}");
        }

        _given.UnionWith(work.Given);
        var problems = await work.JudgeAsync();
        Assert.True(problems.Count == 0, $"{where}: {string.Join(' ', problems)}");
        return await work.FingerprintAsync();
    }

    private string NewFolder()
    {
        var folder = _folder.Of($"{_folders++}");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "acknowledged"), string.Empty);
        return folder;
    }

    private string Copy(string from)
    {
        var to = NewFolder();
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }

        return to;
    }
}
