using System.CommandLine;
using Ballast.Language;

namespace Ballast.Cli.Commands;

/// <summary><c>ballast config</c>: each start-up setting and where it comes from.</summary>
internal static class ConfigCommand
{
    public static Command Create(GlobalOptions options)
    {
        Command command = new("config", Help.Of(options, Phrases.CommandLine.Config, "BALLAST_LISTEN=127.0.0.1:9000 ballast config"));
        command.SetAction((parsed, cancellation) => Edge.RunAsync(parsed, options, (call, _) => Task.FromResult(Run(call)), cancellation));
        return command;
    }

    private static int Run(Invocation call)
    {
        call.Terminal.PrintJson(json =>
        {
            json.WriteStartArray();
            foreach (Setting setting in call.Settings.All)
            {
                json.WriteStartObject();
                json.WriteString("name", setting.Name);
                json.WriteString("value", setting.Value);
                json.WriteString("origin", setting.Origin.ToString());
                json.WriteString("originName", setting.OriginName);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        call.Terminal.Table(
            [(Phrases.CommandLine.ColumnSetting.In(call.Tongue), false), (Phrases.CommandLine.ColumnValue.In(call.Tongue), false), (Phrases.CommandLine.ColumnOrigin.In(call.Tongue), false)],
            [.. call.Settings.All.Select(s => (string[])[s.Name, s.Value, s.Origin == SettingOrigin.Default ? Phrases.CommandLine.OriginDefault.In(call.Tongue) : s.OriginName])]);
        return ExitCode.Done;
    }
}
